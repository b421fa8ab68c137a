import type { AnnealTarget } from './anneal.ts';
import type { Random } from './random.ts';
import type { Level, Schedule } from './schedule.ts';

export interface CoolDownPlan {
  readonly random: Random;
  readonly schedule: Schedule;
  /** Asked about every millisecond; true ends the run. */
  readonly shouldStop: () => boolean;
  /** Called before every level but the first; it may give the target another solution. */
  readonly beforeLevel?: (index: number, temperature: number) => void;
}

export interface CooledDown {
  readonly steps: number;
  /** What was done; the last level may have been cut short. */
  readonly levels: readonly Level[];
}

/** Steps between two looks at the clock and the stop flag. */
const STRETCH = 1024;

/** -ln(u) for evenly spread u: a table costs less than a logarithm for every step. */
const EXPONENTIAL = Float64Array.from({ length: 16_384 }, (_, i) => -Math.log((i + 0.5) / 16_384));

/**
 * Simulated annealing by levels: the target is stepped at the temperatures of the schedule, its best is kept, and what was
 * done is told, for a later replay. A run ends early at cost 0.
 */
export function coolDown(target: AnnealTarget, plan: CoolDownPlan): CooledDown {
  const { random, schedule, shouldStop } = plan;
  const levels: Level[] = [];
  let steps = 0;
  let best = target.cost();
  target.keep();
  for (let level = schedule.next(0); level !== null; level = schedule.next(steps)) {
    if (levels.length > 0) plan.beforeLevel?.(levels.length, level.temperature);
    let done = 0;
    let isOver = shouldStop();
    while (done < level.steps && !isOver && best > 0) {
      const stretch = Math.min(STRETCH, level.steps - done);
      best = walk(target, random, level.temperature, stretch, best);
      done += stretch;
      isOver = shouldStop() || schedule.isOver();
    }
    steps += done;
    levels.push({ temperature: level.temperature, steps: done });
    if (isOver || best <= 0) break;
  }
  return { steps, levels };
}

function walk(target: AnnealTarget, random: Random, temperature: number, steps: number, known: number): number {
  let best = known;
  for (let i = 0; i < steps; i++) {
    target.step(temperature * (EXPONENTIAL[random.below(EXPONENTIAL.length)] ?? 0));
    const cost = target.cost();
    if (cost >= best) continue;
    best = cost;
    target.keep();
  }
  return best;
}
