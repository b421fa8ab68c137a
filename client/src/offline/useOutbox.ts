import { useSyncExternalStore } from 'react';
import { useSession } from '../api/session.ts';
import { deviceOf, onSent } from './device.ts';
import type { Outgoing, Queued } from './personStore.ts';
import { queueNow, subscribeToQueue } from './queue.ts';

export type NewOutgoing = Omit<Outgoing, 'refused' | 'at'>;

/** What waits in one lane of the outbox, and what its author may do with it. */
export function useOutbox(lane: string) {
  const personId = useSession().person?.id ?? '';
  const queue = useSyncExternalStore(subscribeToQueue, queueNow);
  const outbox = async () => (await deviceOf(personId)).outbox;
  return {
    waiting: queue.waiting.filter((entry): entry is Queued => entry.lane === lane),
    /** Resolves when it is safely kept. */
    put: async (entry: Omit<NewOutgoing, 'lane'>) => (await outbox()).put({ ...entry, lane }),
    retry: async (id: string) => (await outbox()).retry(id),
    drop: async (id: string) => (await outbox()).drop(id),
  };
}

/** The server's reply to something that was put there, if it comes within a moment; undefined when it waits for the line. */
export function replyWithin(ms: number, id: string): { readonly reply: Promise<unknown> } {
  const reply = new Promise<unknown>((resolve) => {
    const end = (found?: unknown) => {
      clearTimeout(timer);
      stop();
      resolve(found);
    };
    const stop = onSent((entry, found) => {
      if (entry.id === id) end(found);
    });
    const timer = setTimeout(end, ms);
  });
  return { reply };
}
