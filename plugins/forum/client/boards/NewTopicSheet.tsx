import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../../../../client/src/api/newKey.ts';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { replyWithin, useOutbox } from '../../../../client/src/offline/useOutbox.ts';
import type { BoardView } from '../../schemas/boards.ts';
import type { NewPoll, NewTopic } from '../../schemas/topics.ts';
import { forumKey, openTopic } from '../api/boards.ts';
import { Composer } from '../topic/Composer.tsx';
import { useTexts } from '../useTexts.ts';
import { AudienceNote } from './AudienceNote.tsx';
import { useTopicDraft } from './useTopicDraft.ts';

interface NewTopicSheetProps {
  readonly board: BoardView;
  readonly onClose: () => void;
}

/** Topics that wait for the line, of one board. */
export const newTopicsLane = (boardId: string): string => `forum.board ${boardId}`;

/** So long somebody waits to be led to the new topic. */
const patienceMs = 5000;

/** The id of the topic in a reply to its opening. */
function topicIn(reply: unknown): string | undefined {
  const topic = typeof reply === 'object' && reply !== null ? Reflect.get(reply, 'topic') : undefined;
  const id = typeof topic === 'object' && topic !== null ? Reflect.get(topic, 'id') : undefined;
  return typeof id === 'string' ? id : undefined;
}

const emptyPoll: NewPoll = { question: '', options: ['', ''], isMultiple: false };

/** A new topic: what it is about, for whom, and perhaps a poll. */
export function NewTopicSheet({ board, onClose }: NewTopicSheetProps) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const client = useQueryClient();
  const outbox = useOutbox(newTopicsLane(board.id));
  const { title, text: draft, poll, writePoll, clear } = useTopicDraft(board.id);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const options = poll?.options.map((option) => option.trim()).filter(Boolean) ?? [];
  /** Kept on the device and sent from there; without a line it waits on the board's page. */
  const send = async (fileIds: string[]): Promise<void> => {
    const id = newKey();
    const body: NewTopic = {
      ...{ clientId: id, title: title.text.trim(), text: draft.text.trim(), fileIds },
      ...(poll?.question.trim() && options.length > 1
        ? { poll: { ...poll, question: poll.question.trim(), options } }
        : {}),
    };
    const answer = replyWithin(patienceMs, id);
    const page = `/forum/boards/${board.id}`;
    const kept = await outbox.put({ id, path: `${page}/topics`, body, label: 'forum', page }).then(
      () => true,
      () => false,
    );
    // A browser that keeps nothing: straight to the server.
    const reply = kept ? await answer.reply : await openTopic(board.id, body);
    clear();
    void client.invalidateQueries({ queryKey: [forumKey] });
    const topicId = topicIn(reply);
    if (topicId) void navigate(`/forum/topics/${topicId}`);
    else onClose();
  };
  const begin = (fileIds: string[]): void => {
    if (!title.text.trim()) return;
    setSending(true);
    send(fileIds)
      .catch((cause: unknown) => setProblem(cause instanceof Error ? cause : new Error()))
      .finally(() => setSending(false));
  };
  return (
    <Sheet title={t('topic.open')} opened onClose={onClose} wide>
      <Composer
        boardId={board.id}
        label={t('write.text')}
        button={t('topic.send')}
        text={draft.text}
        onText={draft.write}
        savedAt={draft.savedAt}
        isSending={sending}
        problem={problem}
        onSend={begin}
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
              <PollFields poll={poll} onPoll={writePoll} />
            ) : (
              <div>
                <Button variant="subtle" size="compact-md" onClick={() => writePoll(emptyPoll)}>
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
