import { failureOf } from '../events/failure.ts';
import type { Log } from '../events/log.ts';

/** Whoever wants to hear of something; one that throws does not keep it from the others. */
export interface Listeners<T> {
  add(listener: (value: T) => void): () => void;
  tell(value: T): void;
}

export function createListeners<T>(log: Log): Listeners<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(value) {
      for (const listener of listeners) {
        try {
          listener(value);
        } catch (reason) {
          log.error({ failure: failureOf(reason) }, 'A listener to realtime messages failed');
        }
      }
    },
  };
}
