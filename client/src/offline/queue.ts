import type { Queued } from './personStore.ts';

/** What waits to be sent, and when the last thing went. */
export interface QueueState {
  readonly waiting: readonly Queued[];
  readonly syncedAt: Date | undefined;
}

let queue: QueueState = { waiting: [], syncedAt: undefined };
const listeners = new Set<() => void>();

/** Apart from the device that fills it, so that a page can show it without downloading a database. */
export const queueNow = (): QueueState => queue;

export function subscribeToQueue(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function changeQueue(change: Partial<QueueState>): void {
  queue = { ...queue, ...change };
  for (const tell of listeners) tell();
}
