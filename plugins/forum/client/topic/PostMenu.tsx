import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { PostView } from '../../schemas/topics.ts';
import { forumKey } from '../api/boards.ts';
import { deletePost, hidePost, reportPost, restorePost } from '../api/topics.ts';
import { useTexts } from '../useTexts.ts';

interface PostMenuProps {
  readonly post: PostView;
  readonly onChanged: (post: PostView) => void;
  readonly onEdit: () => void;
}

/** What is done to a post less often: edit, delete, report, hide. */
export function PostMenu({ post, onChanged, onEdit }: PostMenuProps) {
  const { t } = useTexts();
  const [opened, setOpened] = useState(false);
  const [asked, setAsked] = useState<'report' | 'hide'>();
  const close = () => {
    setOpened(false);
    setAsked(undefined);
  };
  const deleting = useWrite(() => deletePost(post.id), { onDone: onChanged });
  const restoring = useWrite(() => restorePost(post.id), { onDone: onChanged });
  const { may, state } = post;
  if (!may.edit && !may.report && !may.hide) return null;
  return (
    <>
      <button type="button" className="icon-button" aria-label={t('post.more')} onClick={() => setOpened(true)}>
        <Icon name="more" size={18} />
      </button>
      <Sheet title={asked ? t(`post.${asked}`) : t('post.more')} opened={opened} onClose={close}>
        {asked ? (
          <ReasonForm post={post} kind={asked} onChanged={onChanged} onEnd={close} />
        ) : (
          <div className="stack">
            {may.edit && (
              <Button
                variant="default"
                onClick={() => {
                  close();
                  onEdit();
                }}
              >
                {t('post.edit')}
              </Button>
            )}
            {may.edit && (
              <Button
                variant="default"
                onClick={() => {
                  close();
                  deleting.mutate(undefined);
                }}
              >
                {t('post.delete')}
              </Button>
            )}
            {may.report && (
              <Button variant="default" onClick={() => setAsked('report')}>
                {t('post.report')}
              </Button>
            )}
            {may.hide && state === 'shown' && (
              <Button variant="default" onClick={() => setAsked('hide')}>
                {t('post.hide')}
              </Button>
            )}
            {may.hide && state === 'hidden' && (
              <Button
                variant="default"
                onClick={() => {
                  close();
                  restoring.mutate(undefined);
                }}
              >
                {t('post.restore')}
              </Button>
            )}
          </div>
        )}
      </Sheet>
    </>
  );
}

interface ReasonFormProps {
  readonly post: PostView;
  readonly kind: 'report' | 'hide';
  readonly onChanged: (post: PostView) => void;
  readonly onEnd: () => void;
}

function ReasonForm({ post, kind, onChanged, onEnd }: ReasonFormProps) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const sending = useWrite(
    async () => {
      if (kind === 'hide') onChanged(await hidePost(post.id, reason.trim()));
      else await reportPost(post.id, reason.trim());
    },
    {
      refreshes: [[forumKey, 'reports']],
      onDone: () => {
        if (kind === 'report') showToast(t('post.reported'));
        onEnd();
      },
    },
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) sending.mutate(undefined);
      }}
    >
      <p className="quiet">{t(`post.${kind}Why`)}</p>
      <FieldErrors problem={sending.error} />
      <Textarea
        label={t('post.reason')}
        rows={3}
        maxLength={500}
        value={reason}
        // biome-ignore lint/a11y/noAutofocus: whoever chose to report or hide writes next
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!reason.trim()} loading={sending.isPending}>
        {t(`post.${kind}`)}
      </Button>
    </form>
  );
}
