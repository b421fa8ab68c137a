import { setTimeout as pause } from 'node:timers/promises';

/** Time between two saves while a search gets better and better. */
const usualPauseMs = 2000;

/** Saves what it is offered last, one at a time and not too often. */
export interface Keeper<T> {
  offer(value: T): void;
  /** Saves the last offer at once, after whatever is being saved. Rejects when a save failed. */
  finish(value: T): Promise<void>;
  /** Saves nothing more. */
  stop(): Promise<void>;
}

export function createKeeper<T>(save: (value: T) => Promise<void>, pauseMs = usualPauseMs): Keeper<T> {
  const ended = new AbortController();
  let waiting: T | undefined;
  let failure: unknown;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (waiting !== undefined && failure === undefined && !ended.signal.aborted) {
      const value = waiting;
      waiting = undefined;
      await save(value);
      await pause(pauseMs, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  }

  const stop = async (): Promise<void> => {
    ended.abort();
    await working;
  };

  return {
    offer(value) {
      waiting = value;
      working ??= pause(pauseMs, undefined, { signal: ended.signal })
        .catch(() => undefined)
        .then(work)
        .catch((reason: unknown) => {
          failure = reason;
        })
        .finally(() => {
          working = undefined;
        });
    },
    async finish(value) {
      await stop();
      if (failure !== undefined) throw failure;
      await save(value);
    },
    stop,
  };
}
