import { Button, CloseButton, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { AttachButton } from '../../../../client/src/kit/attach/AttachButton.tsx';
import { AttachmentList } from '../../../../client/src/kit/attach/AttachmentList.tsx';
import { useAttachments } from '../../../../client/src/kit/attach/useAttachments.ts';
import type { MessageView } from '../../schemas.ts';
import type { LiveConversation } from '../live/conversation.ts';
import { longestText } from '../longestText.ts';
import { useTexts } from '../useTexts.ts';
import { SendLater } from './SendLater.tsx';

interface ComposerProps {
  readonly threadId: string;
  readonly conversation: LiveConversation;
  readonly typing: readonly string[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly replyTo: MessageView | undefined;
  readonly onReplyDone: () => void;
}

/** The place to write, within reach of the thumb. Enter sends on a keyboard, with Shift it begins a new line. */
export function Composer({ threadId, conversation, typing, people, replyTo, onReplyDone }: ComposerProps) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState(false);
  const [isLater, setLater] = useState(false);
  const attachments = useAttachments();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (replyTo) field.current?.focus();
  }, [replyTo]);
  const send = () => {
    const words = text.trim();
    if (words === '' || attachments.isSending) return;
    conversation
      .send(words, { replyToId: replyTo?.id, fileIds: attachments.fileIds })
      .then(() => {
        setText('');
        attachments.clear();
        setFailure(false);
        onReplyDone();
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
  const typists = people.filter(({ id }) => typing.includes(id));
  return (
    <form className="messages-composer no-print" onSubmit={submit}>
      <p className="messages-typing" aria-live="off">
        {typists.length > 0 && t('typing', { names: typists.map(({ name }) => name).join(', ') })}
      </p>
      {replyTo && (
        <div className="messages-reply">
          <span>{t('replying', { name: replyTo.author.name, words: replyTo.text.slice(0, 80) })}</span>
          <CloseButton aria-label={t('message.cancel')} onClick={onReplyDone} />
        </div>
      )}
      {failure && <p role="alert">{t('notKept')}</p>}
      <div className="messages-line">
        <Textarea
          ref={field}
          className="messages-field"
          aria-label={t('write')}
          placeholder={t('write')}
          autosize
          maxRows={6}
          maxLength={longestText}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            conversation.type();
          }}
          onKeyDown={onKey}
        />
        <Button type="submit" disabled={text.trim() === '' || attachments.isSending}>
          {t('send')}
        </Button>
      </div>
      <AttachmentList of={attachments} />
      <div className="messages-more">
        <AttachButton to={attachments} />
        <Button variant="subtle" disabled={text.trim() === ''} onClick={() => setLater(true)}>
          {t('later.open')}
        </Button>
      </div>
      <SendLater
        threadId={threadId}
        text={text.trim()}
        opened={isLater}
        onClose={() => setLater(false)}
        onDone={() => {
          setLater(false);
          setText('');
        }}
      />
    </form>
  );
}
