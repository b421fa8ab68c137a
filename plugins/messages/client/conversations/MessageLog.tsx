import { Button } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Queued } from '../../../../client/src/offline/personStore.ts';
import { dayOf } from '../../../../client/src/time/days.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { MessageView, ThreadView } from '../../schemas.ts';
import type { Live } from '../live/conversation.ts';
import { useTexts } from '../useTexts.ts';
import { Message } from './Message.tsx';
import { WaitingMessage } from './WaitingMessage.tsx';

interface MessageLogProps {
  readonly live: Live;
  readonly thread: ThreadView | undefined;
  readonly waiting: readonly Queued[];
  readonly personId: string;
  readonly onReply: (message: MessageView) => void;
  readonly onChanged: (message: MessageView) => void;
  readonly onEarlier: () => Promise<void>;
}

/** What was said, the oldest on top; those who cannot see it hear of new messages when they have a moment. */
export function MessageLog({ live, thread, waiting, personId, onReply, onChanged, onEarlier }: MessageLogProps) {
  const { t } = useTexts();
  const times = useTimes();
  const [isLoading, setLoading] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  const messages = live.known?.messages ?? [];
  const byId = new Map(messages.map((message) => [message.id, message]));
  const sent = new Set(messages.map(({ clientId }) => clientId));
  const unsent = waiting.filter(({ id }) => !sent.has(id));
  const newest = messages.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new is scrolled to
  useLayoutEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [newest, unsent.length]);
  const loadEarlier = () => {
    setLoading(true);
    void onEarlier().finally(() => setLoading(false));
  };
  const marks = [...(thread?.marks ?? []), ...live.marks.values()].filter((mark) => mark.personId !== personId);
  return (
    <div className="messages-log">
      {live.known && !live.known.isFirst && (
        <Button variant="default" size="compact-md" loading={isLoading} onClick={loadEarlier}>
          {t('earlier')}
        </Button>
      )}
      {live.known && messages.length + unsent.length === 0 && <p className="quiet">{t('empty')}</p>}
      <div role="log" aria-label={t('log')} aria-live={isLoading ? 'off' : 'polite'}>
        <ol className="messages-list">
          {messages.map((message, nth) => {
            const day = dayOf(new Date(message.sentAt), times.zone);
            const before = messages[nth - 1];
            const isNewDay = !before || dayOf(new Date(before.sentAt), times.zone) !== day;
            return (
              <Message
                key={message.id}
                message={message}
                day={isNewDay ? times.day(day) : undefined}
                repliesTo={message.replyToId === null ? undefined : byId.get(message.replyToId)}
                isOwn={message.author.id === personId}
                mayWrite={thread?.may.write ?? false}
                readBy={marks.filter(({ readSeq }) => readSeq >= message.seq).length}
                gotBy={marks.filter(({ deliveredSeq }) => deliveredSeq >= message.seq).length}
                isLastOwn={message.id === lastOwn(messages, personId)}
                onReply={onReply}
                onChanged={onChanged}
              />
            );
          })}
          {unsent.map((entry) => (
            <WaitingMessage key={entry.id} entry={entry} />
          ))}
        </ol>
      </div>
      <div ref={end} className="messages-end" />
    </div>
  );
}

const lastOwn = (messages: readonly MessageView[], personId: string): string | undefined =>
  messages.findLast(({ author }) => author.id === personId)?.id;
