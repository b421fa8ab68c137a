import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { AttachButton } from '../../../../client/src/kit/attach/AttachButton.tsx';
import { AttachmentList } from '../../../../client/src/kit/attach/AttachmentList.tsx';
import { useAttachments } from '../../../../client/src/kit/attach/useAttachments.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { SavedAt } from '../../../../client/src/kit/SavedAt.tsx';
import { useKeyboardRoom } from '../../../../client/src/kit/useKeyboardRoom.ts';
import { useTexts } from '../useTexts.ts';
import { MentionHelp } from './MentionHelp.tsx';
import { mentionAt } from './mentionAt.ts';

interface ComposerProps {
  readonly boardId: string;
  readonly label: string;
  readonly button: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly savedAt: Date | undefined;
  readonly isSending: boolean;
  readonly problem: Error | null;
  readonly onSend: (fileIds: string[], onSent: () => void) => void;
  readonly field?: RefObject<HTMLTextAreaElement | null>;
  /** Above the text: title, audience. */
  readonly before?: ReactNode;
  readonly mayAttach?: boolean;
}

/** Where a post is written: text with mentions, files, and a word that it is kept. */
export function Composer(props: ComposerProps) {
  const { t } = useTexts();
  const { boardId, text, onText, isSending, problem, onSend, mayAttach = true } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const field = props.field ?? own;
  const [caret, setCaret] = useState(0);
  const files = useAttachments();
  useKeyboardRoom();
  const isReady = text.trim() !== '' && !files.isSending && !isSending;
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (isReady) onSend([...files.fileIds], files.clear);
  };
  const mention = (name: string, id: string) => {
    const { from } = mentionAt(text, caret) ?? { from: caret };
    const added = `[@${name}](/people/${id}) `;
    onText(text.slice(0, from) + added + text.slice(caret));
    setCaret(from + added.length);
    field.current?.focus();
  };
  return (
    <form className="composer stack no-print" onSubmit={send}>
      {props.before}
      <FieldErrors problem={problem} shownElsewhere={[]} />
      <Textarea
        ref={field}
        label={props.label}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={20_000}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value);
          setCaret(event.currentTarget.selectionStart);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          }
        }}
      />
      <MentionHelp boardId={boardId} typed={mentionAt(text, caret)?.name} onChoose={mention} />
      <AttachmentList of={files} />
      <div className="actions">
        <Button type="submit" disabled={!isReady} loading={isSending}>
          {props.button}
        </Button>
        {mayAttach && <AttachButton to={files} />}
        <SavedAt state="saved" at={text.trim() ? props.savedAt : undefined} />
      </div>
      <p className="quiet small on-desk">{t('write.how')}</p>
    </form>
  );
}
