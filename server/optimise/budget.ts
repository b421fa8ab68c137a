/**
 * How long a search may take: a number of steps (repeatable), or seconds by a clock that the caller hands in, or both
 * (whichever ends first).
 */
export interface Budget {
  readonly steps?: number;
  readonly seconds?: number;
  /** Milliseconds of a steady clock; needed with `seconds`. */
  readonly now?: () => number;
}

/** A budget that is running. */
export interface Spending {
  /** Spent part, 0 to 1 (or more). */
  spent(steps: number): number;
}

/** Starts the clock. Throws when the budget has no end. */
export function startBudget(budget: Budget): Spending {
  const { steps, seconds, now } = budget;
  if (steps === undefined && (seconds === undefined || !now))
    throw new Error('a budget needs steps, or seconds with a clock');
  const begun = now?.() ?? 0;
  const byTime = (): number => (seconds === undefined || !now ? 0 : (now() - begun) / Math.max(1, seconds * 1000));
  const bySteps = (done: number): number => (steps === undefined ? 0 : steps === 0 ? 1 : done / steps);
  return { spent: (done) => Math.max(bySteps(done), byTime()) };
}
