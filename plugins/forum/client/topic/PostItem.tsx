import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FilesShown } from '../../../../client/src/kit/attach/FilesShown.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { RichText } from '../../../../client/src/kit/rich/RichText.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { PostView } from '../../schemas/topics.ts';
import { editPost } from '../api/topics.ts';
import { useTexts } from '../useTexts.ts';
import { EditsSheet } from './EditsSheet.tsx';
import { PostMenu } from './PostMenu.tsx';
import { Reactions } from './Reactions.tsx';
import { Receipts } from './Receipts.tsx';
import './topic.css';

export interface PostItemProps {
  readonly post: PostView;
  readonly topicId: string;
  readonly isFirstUnread?: boolean;
  readonly mayReact?: boolean;
  readonly onChanged: (post: PostView) => void;
  readonly onQuote?: (post: PostView) => void;
}

/** One post: who, when, what, and what can be done with it. */
export function PostItem(props: PostItemProps) {
  const { t } = useTexts();
  const { post, isFirstUnread, onChanged, onQuote } = props;
  const [editing, setEditing] = useState(false);
  return (
    <li id={`post-${post.number}`} className={post.isMine ? 'post post-mine' : 'post'}>
      {isFirstUnread && <p className="post-unread">{t('topic.unreadFrom')}</p>}
      <PostHead post={post} />
      {editing ? (
        <EditForm
          post={post}
          onEnd={(changed) => {
            if (changed) onChanged(changed);
            setEditing(false);
          }}
        />
      ) : (
        <Words post={post} />
      )}
      <FilesShown files={post.files} />
      <Receipts post={post} onChanged={onChanged} />
      {post.state === 'shown' && !editing && (
        <div className="post-foot no-print">
          {props.mayReact && <Reactions post={post} onChanged={onChanged} />}
          {onQuote && (
            <Button variant="subtle" size="compact-md" onClick={() => onQuote(post)}>
              {t('post.quote')}
            </Button>
          )}
          <PostMenu {...props} onEdit={() => setEditing(true)} />
        </div>
      )}
      {post.state === 'hidden' && post.may.hide && (
        <div className="post-foot no-print">
          <PostMenu {...props} onEdit={() => undefined} />
        </div>
      )}
    </li>
  );
}

function PostHead({ post }: { readonly post: PostView }) {
  const { t } = useTexts();
  const { t: core } = useTranslation('client');
  const times = useTimes();
  const [history, setHistory] = useState(false);
  const role = post.author?.roles[0];
  return (
    <div className="post-head">
      <span className="post-author">{post.author?.name ?? t('post.gone')}</span>
      {role && <span className="quiet small">{core(`roles.${role}`)}</span>}
      <time className="quiet small" dateTime={post.postedAt}>
        {times.dateTime(post.postedAt)}
      </time>
      {post.editedAt && post.state === 'shown' && (
        <button type="button" className="link-button small" onClick={() => setHistory(true)}>
          {t('post.edited')}
        </button>
      )}
      {history && <EditsSheet postId={post.id} onClose={() => setHistory(false)} />}
    </div>
  );
}

function Words({ post }: { readonly post: PostView }) {
  const { t } = useTexts();
  if (post.state === 'deleted') return <p className="quiet">{t('post.deleted')}</p>;
  if (post.state === 'shown') return <RichText blocks={post.blocks} />;
  return (
    <>
      <p className="quiet">{post.hiddenWhy ? t('post.hiddenWhy', { reason: post.hiddenWhy }) : t('post.hidden')}</p>
      {post.blocks.length > 0 && <RichText blocks={post.blocks} />}
    </>
  );
}

interface EditFormProps {
  readonly post: PostView;
  readonly onEnd: (changed?: PostView) => void;
}

function EditForm({ post, onEnd }: EditFormProps) {
  const { t } = useTexts();
  const [text, setText] = useState(post.text);
  const saving = useWrite(() => editPost(post.id, { text: text.trim() }), { onDone: onEnd });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) saving.mutate(undefined);
      }}
    >
      {saving.error && <ProblemView problem={saving.error} />}
      <textarea
        className="post-edit"
        aria-label={t('post.editing')}
        rows={6}
        maxLength={20_000}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: whoever chose to edit writes next
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" loading={saving.isPending}>
          {t('post.save')}
        </Button>
        <Button variant="default" onClick={() => onEnd()}>
          {t('post.cancel')}
        </Button>
      </div>
    </form>
  );
}
