const minute = 60_000;

/** How long a mail waits after each attempt that failed; together two days. */
const pauses = [1, 5, 15, 60, 180, 360, 720, 1440].map((minutes) => minutes * minute);

/** Nobody else takes up a mail while it may still be under way. */
export const attemptMs = 5 * minute;

/** When a mail is tried again after so many attempts; undefined when it is given up. */
export function nextAttempt(attempts: number, now: Date): Date | undefined {
  const pause = pauses[attempts - 1];
  return pause === undefined ? undefined : new Date(now.getTime() + pause);
}
