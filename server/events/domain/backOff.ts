/** After so many failures a delivery is given up. */
const mostAttempts = 10;

const firstWaitSeconds = 5;

/**
 * When a delivery that has failed `attempts` times is tried again: after 5 s, 10 s, 20 s ... 21 minutes.
 * Undefined when it is given up, some 43 minutes after the first failure.
 */
export function nextAttempt(attempts: number, now: Date): Date | undefined {
  if (attempts >= mostAttempts) return undefined;
  return new Date(now.getTime() + firstWaitSeconds * 1000 * 2 ** (attempts - 1));
}
