import type { Random } from './random.ts';

/** A solution that can be changed a little at random. It knows its own cost; lower is better, 0 is perfect. */
export interface AnnealTarget {
  cost(): number;
  /**
   * Draws one change and makes it when it raises the cost by no more than `limit`. Knowing the limit beforehand lets the
   * target give up early on hopeless changes.
   */
  step(limit: number): void;
  /** Keeps the solution as it is now as the best one so far. */
  keep(): void;
}

export interface AnnealPlan {
  readonly random: Random;
  /** First and last temperature, in units of cost; cooling between them is geometric. */
  readonly hottest: number;
  readonly coldest: number;
  /** Cost of the best solution known; only better ones are kept. */
  readonly best: number;
  /** Part of the run that is over, 0 to 1; asked now and then with the steps made so far. At 1 the run ends. */
  readonly progress: (steps: number) => number;
  /** Asked as often as `progress`; true ends the run at once. */
  readonly shouldStop: () => boolean;
}

export interface Annealed {
  readonly steps: number;
  readonly best: number;
}

/** Steps between two looks at progress and stop flag: about a millisecond. */
const STRETCH = 512;

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) with Metropolis acceptance. The threshold -T ln(u) is drawn before
 * the change, which is the same rule as accepting with probability exp(-delta / T). Ends early at cost 0.
 */
export function anneal(target: AnnealTarget, plan: AnnealPlan): Annealed {
  const ratio = Math.log(plan.coldest / plan.hottest);
  let best = plan.best;
  let steps = 0;
  const improve = (): void => {
    const cost = target.cost();
    if (cost >= best - 1e-9) return;
    best = cost;
    target.keep();
  };
  improve();
  while (best > 1e-9) {
    const progress = plan.progress(steps);
    if (progress >= 1 || plan.shouldStop()) break;
    const temperature = plan.hottest * Math.exp(ratio * progress);
    for (let i = 0; i < STRETCH; i++) {
      target.step(-temperature * Math.log(1 - plan.random.next()));
      improve();
    }
    steps += STRETCH;
  }
  return { steps, best };
}
