import { Button, CloseButton, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useDraft } from '../../../../client/src/drafts/useDraft.ts';
import { AttachButton } from '../../../../client/src/kit/attach/AttachButton.tsx';
import { AttachmentList } from '../../../../client/src/kit/attach/AttachmentList.tsx';
import { useAttachments } from '../../../../client/src/kit/attach/useAttachments.ts';
import { useKeyboardRoom } from '../../../../client/src/kit/useKeyboardRoom.ts';
import type { MessageView, ThreadView } from '../../schemas.ts';
import type { LiveConversation } from '../live/conversation.ts';
import { longestText } from '../longestText.ts';
import { useTexts } from '../useTexts.ts';
import { QuietHint } from './QuietHint.tsx';
import { SendLater } from './SendLater.tsx';
import { SendUrgently } from './SendUrgently.tsx';

interface ComposerProps {
  readonly threadId: string;
  readonly conversation: LiveConversation;
  readonly typing: readonly string[];
  /** Undefined without a line. */
  readonly thread: ThreadView | undefined;
  readonly replyTo: MessageView | undefined;
  readonly onReplyDone: () => void;
  readonly onWritten: () => void;
}

/** The place to write, within reach of the thumb. Enter sends on a keyboard, with Shift it begins a new line. */
export function Composer({ threadId, conversation, typing, thread, replyTo, onReplyDone, onWritten }: ComposerProps) {
  const { t } = useTexts();
  const draft = useDraft(`messages ${threadId}`);
  const { text } = draft;
  const [failure, setFailure] = useState(false);
  const [sheet, setSheet] = useState<'later' | 'urgent'>();
  const attachments = useAttachments();
  useKeyboardRoom();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (replyTo) field.current?.focus();
  }, [replyTo]);
  const send = (urgentReason?: string) => {
    const words = text.trim();
    if (words === '' || attachments.isSending) return;
    conversation
      .send(words, { replyToId: replyTo?.id, fileIds: attachments.fileIds, urgentReason })
      .then(() => {
        draft.clear();
        attachments.clear();
        setFailure(false);
        onReplyDone();
        onWritten();
      })
      // A device without room, or a private window that keeps nothing: the words stay in the field.
      .catch(() => setFailure(true));
    field.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const onKey = (event: KeyboardEvent) => {
    const isSending = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
    if (!isSending || matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    send();
  };
  const typists = (thread?.people ?? []).filter(({ id }) => typing.includes(id));
  const quiet = thread?.quiet ?? [];
  const isEmpty = text.trim() === '';
  return (
    <form className="messages-composer no-print" onSubmit={submit}>
      <p className="messages-typing" aria-live="off">
        {typists.length > 0 &&
          t('typing', { names: typists.map(({ name }) => name).join(', '), count: typists.length })}
      </p>
      {replyTo && (
        <div className="messages-reply">
          <span>{t('replying', { name: replyTo.author.name, words: replyTo.text.slice(0, 80) })}</span>
          <CloseButton aria-label={t('message.cancel')} onClick={onReplyDone} />
        </div>
      )}
      {failure && <p role="alert">{t('notKept')}</p>}
      <QuietHint quiet={quiet} onUrge={thread?.may.urge && !isEmpty ? () => setSheet('urgent') : undefined} />
      <div className="messages-line">
        <Textarea
          ref={field}
          className="messages-field"
          aria-label={t('write')}
          placeholder={t('placeholder')}
          autosize
          maxRows={6}
          maxLength={longestText}
          value={text}
          onChange={(event) => {
            draft.write(event.currentTarget.value);
            conversation.type();
          }}
          onKeyDown={onKey}
        />
        <Button type="submit" disabled={isEmpty || attachments.isSending}>
          {t('send')}
        </Button>
      </div>
      <AttachmentList of={attachments} />
      <div className="messages-more">
        <AttachButton to={attachments} />
        <Button variant="subtle" disabled={isEmpty || attachments.isSending} onClick={() => setSheet('later')}>
          {t('later.open')}
        </Button>
      </div>
      <SendLater
        threadId={threadId}
        message={{ text: text.trim(), replyToId: replyTo?.id, fileIds: [...attachments.fileIds] }}
        quiet={quiet}
        opened={sheet === 'later'}
        onClose={() => setSheet(undefined)}
        onDone={() => {
          setSheet(undefined);
          draft.clear();
          attachments.clear();
          onReplyDone();
        }}
      />
      <SendUrgently
        text={text.trim()}
        opened={sheet === 'urgent'}
        onClose={() => setSheet(undefined)}
        onSend={(reason) => {
          setSheet(undefined);
          send(reason);
        }}
      />
    </form>
  );
}
