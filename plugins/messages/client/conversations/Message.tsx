import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FilesShown } from '../../../../client/src/kit/attach/FilesShown.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { MessageView } from '../../schemas.ts';
import { deleteMessage, editMessage } from '../api/conversations.ts';
import { longestText } from '../longestText.ts';
import { useTexts } from '../useTexts.ts';

interface MessageProps {
  readonly message: MessageView;
  /** Said above the first message of a day. */
  readonly day: string | undefined;
  readonly repliesTo: MessageView | undefined;
  readonly isOwn: boolean;
  readonly mayWrite: boolean;
  readonly readBy: number;
  readonly gotBy: number;
  readonly isLastOwn: boolean;
  readonly onReply: (message: MessageView) => void;
  readonly onChanged: (message: MessageView) => void;
}

/** One message, with what its reader may do with it. */
export function Message(props: MessageProps) {
  const { message, day, repliesTo, isOwn, mayWrite } = props;
  const { t } = useTexts();
  const times = useTimes();
  const [isEditing, setEditing] = useState(false);
  return (
    <li className={isOwn ? 'message message-own' : 'message'}>
      {day && <p className="message-day">{day}</p>}
      <div className="message-box">
        <p className="message-head">
          <span className="message-author">{isOwn ? t('message.you') : message.author.name || t('gone')}</span>{' '}
          <time dateTime={message.sentAt}>{times.time(message.sentAt)}</time>
          {message.editedAt && !message.deletedAt && <span> · {t('message.edited')}</span>}
        </p>
        {message.urgentReason !== null && (
          <p className="message-urgent">{t('urgent.was', { reason: message.urgentReason })}</p>
        )}
        {message.replyToId !== null && (
          <blockquote className="message-quote">{repliesTo?.text.slice(0, 160) || t('message.earlier')}</blockquote>
        )}
        {isEditing ? (
          <EditForm message={message} onChanged={props.onChanged} onClose={() => setEditing(false)} />
        ) : (
          <p className={message.deletedAt ? 'message-text quiet' : 'message-text'}>
            {message.deletedAt ? t('message.deleted') : message.text}
          </p>
        )}
        <FilesShown files={message.files} />
        {!isEditing && !message.deletedAt && mayWrite && <MessageActions {...props} onEdit={() => setEditing(true)} />}
      </div>
      {isOwn && props.isLastOwn && <ReadMark readBy={props.readBy} gotBy={props.gotBy} />}
    </li>
  );
}

function ReadMark({ readBy, gotBy }: { readonly readBy: number; readonly gotBy: number }) {
  const { t } = useTexts();
  const words = readBy > 0 ? t('mark.read', { count: readBy }) : t(gotBy > 0 ? 'mark.got' : 'mark.sent');
  return <p className="message-mark">{words}</p>;
}

function MessageActions({
  message,
  isOwn,
  onReply,
  onChanged,
  onEdit,
}: MessageProps & { readonly onEdit: () => void }) {
  const { t } = useTexts();
  const removing = useWrite(() => deleteMessage(message.id), { refreshes: [], onDone: onChanged });
  return (
    <div className="message-actions no-print">
      <Button variant="subtle" size="compact-sm" onClick={() => onReply(message)}>
        {t('message.reply')}
      </Button>
      {isOwn && (
        <>
          <Button variant="subtle" size="compact-sm" onClick={onEdit}>
            {t('message.edit')}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={removing.isPending}
            onClick={() => removing.mutate(undefined)}
          >
            {t('message.delete')}
          </Button>
        </>
      )}
      {removing.error && <ProblemView problem={removing.error} />}
    </div>
  );
}

interface EditFormProps {
  readonly message: MessageView;
  readonly onChanged: (message: MessageView) => void;
  readonly onClose: () => void;
}

function EditForm({ message, onChanged, onClose }: EditFormProps) {
  const { t } = useTexts();
  const [text, setText] = useState(message.text);
  const saving = useWrite(() => editMessage(message.id, text.trim()), {
    refreshes: [],
    onDone: (changed) => {
      onChanged(changed);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') saving.mutate(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Textarea
        // biome-ignore lint/a11y/noAutofocus: whoever chose to edit writes next
        autoFocus
        aria-label={t('message.editing')}
        autosize
        maxRows={8}
        maxLength={longestText}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {saving.error && <ProblemView problem={saving.error} />}
      <div className="actions">
        <Button type="submit" loading={saving.isPending}>
          {t('message.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('message.cancel')}
        </Button>
      </div>
    </form>
  );
}
