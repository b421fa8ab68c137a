/** How often a job is begun before it is given up: a job that kills its process must not do so for ever. */
export const mostAttempts = 3;

/** When a job that broke is begun again: after 10 s, then 20 s; undefined when it is given up. */
export function nextAttempt(attempts: number, now: Date): Date | undefined {
  if (attempts >= mostAttempts) return undefined;
  return new Date(now.getTime() + 5000 * 2 ** attempts);
}
