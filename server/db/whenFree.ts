import { setTimeout as delay } from 'node:timers/promises';

/** Longer than any transaction of ours; whoever waits for an answer has given up by then. */
const patienceMs = 15_000;
const firstPauseMs = 2;
const longestPauseMs = 50;

/** Also when a process that died has left its changes to be sorted out, and another is at it. */
const isBusy = (reason: unknown): boolean =>
  typeof reason === 'object' && reason !== null && 'code' in reason && /^SQLITE_BUSY/.test(String(reason.code));

/**
 * Tries again, with growing pauses, what failed because somebody else has the lock of a SQLite database. The driver could wait by itself,
 * but works synchronously: nothing else of the thread would run meanwhile.
 */
export async function whenFree<T>(attempt: () => Promise<T>, mayRepeat: () => boolean): Promise<T> {
  const begun = performance.now();
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      return await attempt();
    } catch (reason) {
      if (!isBusy(reason) || !mayRepeat() || performance.now() - begun > patienceMs) throw reason;
    }
    await delay(pause);
  }
}
