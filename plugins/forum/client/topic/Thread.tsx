import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { newKey } from '../../../../client/src/api/newKey.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { useDraft } from '../../../../client/src/drafts/useDraft.ts';
import type { PostView, TopicPage } from '../../schemas/topics.ts';
import { forumKey } from '../api/boards.ts';
import { writePost } from '../api/topics.ts';
import { useTexts } from '../useTexts.ts';
import { BoardAudience } from './BoardAudience.tsx';
import { Composer } from './Composer.tsx';
import { Poll } from './Poll.tsx';
import { PostItem } from './PostItem.tsx';
import { quoteOf } from './quoteOf.ts';
import { useScrollTo } from './useScrollTo.ts';
import type { useTopicPosts } from './useTopicPosts.ts';

interface ThreadProps {
  readonly posts: ReturnType<typeof useTopicPosts>;
  readonly page: TopicPage;
  /** The number of the post that a link names. */
  readonly focusOn?: string | null;
}

/** The posts of a topic in their order, and below them the place to answer. */
export function Thread({ posts, page, focusOn }: ThreadProps) {
  const { t } = useTexts();
  const { topic } = page;
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(`forum.topic ${topic.id}`);
  const named = focusOn && /^\d+$/.test(focusOn) ? Number(focusOn) : undefined;
  const firstUnread = topic.readNumber > 0 && topic.readNumber < topic.lastNumber ? topic.readNumber + 1 : undefined;
  const [unreadFrom] = useState(firstUnread);
  useScrollTo(
    named ?? unreadFrom,
    page.posts.some(({ number }) => number === (named ?? unreadFrom)),
  );
  const quote = (post: PostView) => {
    draft.write(`${draft.text ? `${draft.text.trimEnd()}\n\n` : ''}${quoteOf(post, topic.id)}`);
    field.current?.focus();
  };
  return (
    <div className="thread">
      {topic.poll && (
        <Poll topic={topic} poll={topic.poll} onChanged={(next) => posts.change((old) => ({ ...old, topic: next }))} />
      )}
      {posts.hasEarlier && (
        <Button variant="default" onClick={() => void posts.loadEarlier()}>
          {t('topic.earlier')}
        </Button>
      )}
      <ol className="posts" aria-label={topic.title}>
        {page.posts.map((post) => (
          <PostItem
            key={post.id}
            post={post}
            topicId={topic.id}
            isFirstUnread={post.number === unreadFrom}
            mayReact
            onChanged={(changed) => posts.addPosts([changed])}
            {...(topic.may.reply ? { onQuote: quote } : {})}
          />
        ))}
      </ol>
      {posts.hasLater && (
        <Button variant="default" onClick={() => void posts.loadLater()}>
          {t('topic.later')}
        </Button>
      )}
      <p role="status" className="unseen">
        {posts.news ? t('topic.news', { name: posts.news.author?.name ?? '' }) : ''}
      </p>
      {topic.may.reply ? (
        <Answer posts={posts} page={page} draft={draft} field={field} />
      ) : (
        <p className="quiet">{topic.isClosed ? t('topic.closedWhy') : t('topic.readOnly')}</p>
      )}
    </div>
  );
}

interface AnswerProps extends Pick<ThreadProps, 'posts' | 'page'> {
  readonly draft: ReturnType<typeof useDraft>;
  readonly field: React.RefObject<HTMLTextAreaElement | null>;
}

/** One answer keeps its id until it has arrived, so that a second try posts nothing twice. */
function Answer({ posts, page, draft, field }: AnswerProps) {
  const { t } = useTexts();
  const { topic } = page;
  const clientId = useRef(newKey());
  const sending = useWrite(
    (fileIds: string[]) => writePost(topic.id, { clientId: clientId.current, text: draft.text.trim(), fileIds }),
    {
      refreshes: [
        [forumKey, 'topics', topic.board.id],
        [forumKey, 'unread'],
      ],
    },
  );
  return (
    <Composer
      boardId={topic.board.id}
      label={t('write.answer')}
      button={t('write.send')}
      text={draft.text}
      onText={draft.write}
      savedAt={draft.savedAt}
      isSending={sending.isPending}
      problem={sending.error}
      field={field}
      before={<BoardAudience boardId={topic.board.id} />}
      onSend={(fileIds, onSent) =>
        sending.mutate(fileIds, {
          onSuccess: (post) => {
            clientId.current = newKey();
            draft.clear();
            onSent();
            posts.addPosts([post]);
          },
        })
      }
    />
  );
}
