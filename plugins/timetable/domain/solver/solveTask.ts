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
}

export interface SolveUpdate {
  readonly spent: number;
  readonly moves: number;
  readonly assignment: Assignment;
  readonly score: Score;
}

/** The shortest time between two updates: each carries the whole timetable with its score by constraint. */
const UPDATE_MS = 250;

/**
 * `solve` for a worker thread (see server/optimise/worker): sends the best timetable so far with its score by constraint, and
 * returns it when it is asked to stop.
 *
 * @public The worker thread imports it by its address.
 */
export const task: Task<SolveInput, SolveUpdate, Solution> = (input, control) => {
  let last = Number.NEGATIVE_INFINITY;
  return solve(input.problem, {
    ...input,
    now: control.now,
    shouldStop: control.shouldStop,
    onProgress: ({ spent, moves, best }) => {
      const now = control.now();
      if (now - last < UPDATE_MS && spent < 1) return;
      last = now;
      control.progress({ spent, moves, ...best() });
    },
  });
};
