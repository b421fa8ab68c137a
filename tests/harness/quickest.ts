const mostAttempts = 4;

/**
 * How long the quickest of a few attempts took, in milliseconds; no more are made once one took less than `enough`. What
 * the machine is busy with holds up any of them, what the product itself needs holds up all.
 */
export async function quickest(enough: number, attempt: () => Promise<number>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let made = 0; made < mostAttempts && best >= enough; made++) best = Math.min(best, await attempt());
  return best;
}
