import { Button, Checkbox, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../../../../client/src/api/newKey.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { useDraft } from '../../../../client/src/drafts/useDraft.ts';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import type { BoardView } from '../../schemas/boards.ts';
import type { NewPoll } from '../../schemas/topics.ts';
import { forumKey, openTopic } from '../api/boards.ts';
import { Composer } from '../topic/Composer.tsx';
import { useTexts } from '../useTexts.ts';
import { AudienceNote } from './AudienceNote.tsx';

interface NewTopicSheetProps {
  readonly board: BoardView;
  readonly onClose: () => void;
}

const emptyPoll: NewPoll = { question: '', options: ['', ''], isMultiple: false };

/** A new topic: what it is about, for whom, and perhaps a poll. */
export function NewTopicSheet({ board, onClose }: NewTopicSheetProps) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const clientId = useRef(newKey());
  const title = useDraft(`forum.title ${board.id}`);
  const draft = useDraft(`forum.board ${board.id}`);
  const [poll, setPoll] = useState<NewPoll>();
  const options = poll?.options.map((option) => option.trim()).filter(Boolean) ?? [];
  const sending = useWrite(
    (fileIds: string[]) =>
      openTopic(board.id, {
        clientId: clientId.current,
        title: title.text.trim(),
        text: draft.text.trim(),
        fileIds,
        ...(poll?.question.trim() && options.length > 1
          ? { poll: { ...poll, question: poll.question.trim(), options } }
          : {}),
      }),
    {
      refreshes: [[forumKey]],
      onDone: ({ topic }) => {
        title.clear();
        draft.clear();
        void navigate(`/forum/topics/${topic.id}`);
      },
    },
  );
  return (
    <Sheet title={t('topic.open')} opened onClose={onClose} wide>
      <Composer
        boardId={board.id}
        label={t('write.text')}
        button={t('topic.send')}
        text={draft.text}
        onText={draft.write}
        savedAt={draft.savedAt}
        isSending={sending.isPending}
        problem={sending.error}
        onSend={(fileIds) => title.text.trim() && sending.mutate(fileIds)}
        before={
          <>
            <AudienceNote audience={board.audience} />
            <TextInput
              label={t('write.title')}
              required
              maxLength={200}
              data-autofocus
              value={title.text}
              onChange={(event) => title.write(event.currentTarget.value)}
            />
            {poll ? (
              <PollFields poll={poll} onPoll={setPoll} />
            ) : (
              <div>
                <Button variant="subtle" size="compact-md" onClick={() => setPoll(emptyPoll)}>
                  {t('poll.add')}
                </Button>
              </div>
            )}
          </>
        }
      />
    </Sheet>
  );
}

const mostOptions = 10;

interface PollFieldsProps {
  readonly poll: NewPoll;
  readonly onPoll: (poll: NewPoll | undefined) => void;
}

function PollFields({ poll, onPoll }: PollFieldsProps) {
  const { t } = useTexts();
  const setOption = (at: number, text: string) => {
    const options = poll.options.map((option, one) => (one === at ? text : option));
    const isFull = options.every((option) => option.trim() !== '') && options.length < mostOptions;
    onPoll({ ...poll, options: isFull ? [...options, ''] : options });
  };
  return (
    <fieldset className="poll">
      <legend>{t('poll.one')}</legend>
      <TextInput
        label={t('poll.question')}
        maxLength={300}
        value={poll.question}
        onChange={(event) => onPoll({ ...poll, question: event.currentTarget.value })}
      />
      {poll.options.map((option, at) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer is known by its place
          key={at}
          aria-label={t('poll.option', { number: at + 1 })}
          placeholder={t('poll.option', { number: at + 1 })}
          maxLength={120}
          value={option}
          onChange={(event) => setOption(at, event.currentTarget.value)}
        />
      ))}
      <Checkbox
        label={t('poll.multiple')}
        checked={poll.isMultiple}
        onChange={(event) => onPoll({ ...poll, isMultiple: event.currentTarget.checked })}
      />
      <div>
        <Button variant="subtle" size="compact-md" onClick={() => onPoll(undefined)}>
          {t('poll.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
