import type { Task } from '../../../../server/optimise/worker/task.ts';
import type { Assignment } from '../model/assignment.ts';
import type { Problem } from '../model/problem.ts';
import type { Score } from '../model/score.ts';
import { type Solution, solve } from './solve.ts';

export interface SolveInput {
  readonly problem: Problem;
  readonly seed: number;
  /** At least one of them; whichever ends first. */
  readonly steps?: number;
  readonly seconds?: number;
  readonly start?: Assignment;
  readonly looks?: number;
  /** Ends as soon as nothing hard is broken. */
  readonly untilFeasible?: boolean;
}

export interface SolveUpdate {
  readonly spent: number;
  readonly moves: number;
  readonly assignment: Assignment;
  readonly score: Score;
}

/** A solution with the time that the search for it took in its thread, and until nothing hard was broken (null: never). */
export interface TimedSolution extends Solution {
  readonly searchSeconds: number;
  readonly feasibleSeconds: number | null;
}

/** The shortest time between two updates: each carries the whole timetable with its score by constraint. */
const UPDATE_MS = 250;

/**
 * `solve` for a worker thread (see server/optimise/worker): sends the best timetable so far with its score by constraint, and
 * returns it when it is asked to stop.
 *
 * @public The worker thread imports it by its address.
 */
export const task: Task<SolveInput, SolveUpdate, TimedSolution> = (input, control) => {
  const begun = control.now();
  const secondsTillNow = (): number => (control.now() - begun) / 1000;
  let last = Number.NEGATIVE_INFINITY;
  let feasibleSeconds: number | null = null;
  const solution = solve(input.problem, {
    ...input,
    now: control.now,
    shouldStop: () => control.shouldStop() || (input.untilFeasible === true && feasibleSeconds !== null),
    onProgress: ({ spent, moves, hard, best }) => {
      const now = control.now();
      if (hard === 0) feasibleSeconds ??= secondsTillNow();
      if (now - last < UPDATE_MS && spent < 1) return;
      last = now;
      control.progress({ spent, moves, ...best() });
    },
  });
  return { ...solution, searchSeconds: secondsTillNow(), feasibleSeconds };
};
