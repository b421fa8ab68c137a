import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { newKey } from '../../../../client/src/api/newKey.ts';
import { useDraft } from '../../../../client/src/drafts/useDraft.ts';
import { onSent } from '../../../../client/src/offline/device.ts';
import { useOutbox } from '../../../../client/src/offline/useOutbox.ts';
import type { PostView, TopicPage } from '../../schemas/topics.ts';
import { forumKey } from '../api/boards.ts';
import { writePost } from '../api/topics.ts';
import { topicName } from '../boards/topicName.ts';
import { useTexts } from '../useTexts.ts';
import { BoardAudience } from './BoardAudience.tsx';
import { Composer } from './Composer.tsx';
import { Poll } from './Poll.tsx';
import { PostItem } from './PostItem.tsx';
import { quoteOf } from './quoteOf.ts';
import { useScrollTo } from './useScrollTo.ts';
import type { useTopicPosts } from './useTopicPosts.ts';
import { WaitingPosts } from './WaitingPosts.tsx';
import { wordsOf } from './wordsOf.ts';

const laneOf = (topicId: string): string => `forum ${topicId}`;

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
  useArrivals(posts, topic);
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
      <ol className="posts" aria-label={topicName(topic.title, topic.board, t)}>
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
        {/* Two of the same author are two pieces of news. */}
        {posts.news && <span key={posts.news.id}>{t('topic.news', { name: posts.news.author?.name ?? '' })}</span>}
      </p>
      <WaitingPosts
        lane={laneOf(topic.id)}
        {...(topic.may.reply
          ? { onBack: ({ body }) => draft.write([draft.text.trim(), wordsOf(body)].filter(Boolean).join('\n\n')) }
          : {})}
      />
      {topic.may.reply ? (
        <Answer posts={posts} page={page} draft={draft} field={field} />
      ) : (
        <p className="quiet">{topic.isClosed ? t('topic.closedWhy') : t('topic.readOnly')}</p>
      )}
    </div>
  );
}

/** What waited in the outbox stands among the posts once it has arrived. */
function useArrivals({ addPosts }: ThreadProps['posts'], { id, board }: TopicPage['topic']): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onSent((entry, reply) => {
        if (entry.lane !== laneOf(id)) return;
        // What answers to a post is the post.
        addPosts([reply as PostView]);
        for (const part of [['topics', board.id], ['unread']])
          void client.invalidateQueries({ queryKey: [forumKey, ...part] });
      }),
    [id, addPosts, client, board.id],
  );
}

interface AnswerProps extends Pick<ThreadProps, 'posts' | 'page'> {
  readonly draft: ReturnType<typeof useDraft>;
  readonly field: React.RefObject<HTMLTextAreaElement | null>;
}

/** An answer is kept on the device first and sent from there, so that a dead line loses nothing and a second try posts nothing twice. */
function Answer({ posts, page, draft, field }: AnswerProps) {
  const { t } = useTexts();
  const { topic } = page;
  const outbox = useOutbox(laneOf(topic.id));
  const [problem, setProblem] = useState<Error | null>(null);
  const send = async (fileIds: string[], onKept: () => void): Promise<void> => {
    const id = newKey();
    const body = { clientId: id, text: draft.text.trim(), fileIds };
    try {
      const page = `/forum/topics/${topic.id}`;
      await outbox.put({ id, path: `${page}/posts`, body, label: 'forum', page });
    } catch {
      // A browser that keeps nothing: straight to the server; the words stay until they are there.
      posts.addPosts([await writePost(topic.id, body)]);
    }
    setProblem(null);
    draft.clear();
    onKept();
  };
  return (
    <Composer
      boardId={topic.board.id}
      label={t('write.answer')}
      button={t('write.send')}
      text={draft.text}
      onText={draft.write}
      savedAt={draft.savedAt}
      isSending={false}
      problem={problem}
      field={field}
      before={<BoardAudience boardId={topic.board.id} />}
      onSend={(fileIds, onKept) => {
        send(fileIds, onKept).catch((cause: unknown) => setProblem(cause instanceof Error ? cause : new Error()));
      }}
    />
  );
}
