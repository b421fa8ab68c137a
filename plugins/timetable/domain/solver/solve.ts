import { anneal } from '../../../../server/optimise/anneal.ts';
import { type Budget, type Spending, startBudget } from '../../../../server/optimise/budget.ts';
import { type Random, seededRandom } from '../../../../server/optimise/random.ts';
import type { Assignment } from '../model/assignment.ts';
import { evaluate } from '../model/evaluate.ts';
import type { Problem } from '../model/problem.ts';
import type { Score } from '../model/score.ts';
import { assignmentOf } from './assignmentOf.ts';
import { compile } from './compile/compiled.ts';
import { construct, place } from './construct.ts';
import { cyclesFor } from './cycles.ts';
import { Neighbourhood } from './neighbourhood.ts';
import { rankOf, SearchState } from './searchState.ts';

export interface SolveProgress {
  /** Spent part of the budget, 0 to 1. */
  readonly spent: number;
  readonly moves: number;
  readonly hard: number;
  readonly soft: number;
  /** The best timetable so far, recounted. Costs a recount: ask for it only when it is shown. */
  readonly best: () => { readonly assignment: Assignment; readonly score: Score };
}

export interface SolveOptions extends Budget {
  readonly seed: number;
  /** Asked about every millisecond; true ends the search with the best so far. */
  readonly shouldStop?: () => boolean;
  /** Called when the search begins, at every better timetable of a stretch, and at its end. */
  readonly onProgress?: (progress: SolveProgress) => void;
  /** Begins from this draft instead of from nothing. */
  readonly start?: Assignment;
  /** Gives placing up after as many looks, instead of after a part of the budget: repeats a run that a clock or somebody cut short. */
  readonly looks?: number;
}

export interface Solution {
  readonly assignment: Assignment;
  /** Recounted from scratch. */
  readonly score: Score;
  readonly moves: number;
  /** How many of them were looks at starts while placing. */
  readonly looks: number;
  /** Moves until no hard constraint was broken; null when that was not reached. */
  readonly feasibleAfter: number | null;
}

/** Part of the budget after which placing without any conflict is given up. */
const PLACING_SHARE = 0.4;
/** Soft cases cost up to 1, so four of them may be traded for a hard one while the search is still hot. */
const HARD_PRICE = 4;

/**
 * Makes a timetable. The same problem, seed, start and number of steps give the same result. Never fails for want of a solution:
 * what cannot be kept is in the score.
 */
export function solve(problem: Problem, options: SolveOptions): Solution {
  const random = seededRandom(options.seed);
  const prices = { hard: HARD_PRICE };
  const state = new SearchState(compile(problem), prices);
  const spending = startBudget(options);
  const start = options.start ?? new Map();
  // Looking at a start takes about as long as a move.
  const isPlacingOver = (done: number): boolean =>
    options.looks === undefined ? spending.spent(done) >= PLACING_SHARE : done >= options.looks;
  const looks = place(state, random, start, (done) => isPlacingOver(done) || options.shouldStop?.() === true);
  construct(state, random);
  const search = new Neighbourhood(state, random);
  const run = searchCycles(search, random, options, { spending, looks });
  const assignment = assignmentOf(state.compiled, search.best.position, search.best.room);
  return { assignment, score: evaluate(problem, assignment), looks, ...run };
}

function searchCycles(
  search: Neighbourhood,
  random: Random,
  options: SolveOptions,
  { spending, looks }: { readonly spending: Spending; readonly looks: number },
): Pick<Solution, 'moves' | 'feasibleAfter'> {
  const { state } = search;
  const { problem } = state.compiled;
  let moves = looks;
  let feasibleAfter = search.best.hard === 0 ? moves : null;
  const report = (spent: number): void =>
    options.onProgress?.({
      spent: Math.min(1, spent),
      moves,
      hard: search.best.hard,
      soft: search.best.soft,
      best: () => {
        const assignment = assignmentOf(state.compiled, search.best.position, search.best.room);
        return { assignment, score: evaluate(problem, assignment) };
      },
    });
  report(0);
  const cycles = cyclesFor(problem.activities.length);
  while (!search.isStuck) {
    const begun = spending.spent(moves);
    if (begun >= 1 || options.shouldStop?.() === true) break;
    const { hottest, coldest, length, hardForbidden } = cycles.next(search.best);
    search.hardForbidden = hardForbidden;
    let reported = rankOf(search.best);
    const done = anneal(search, {
      random,
      hottest,
      coldest,
      best: rankOf(search.best),
      progress: (steps) => {
        const spent = spending.spent(moves + steps);
        if (search.best.hard === 0) feasibleAfter ??= moves + steps;
        if (rankOf(search.best) < reported) report(spent);
        reported = rankOf(search.best);
        return Math.max(steps / length, spent >= 1 ? 1 : 0);
      },
      shouldStop: options.shouldStop ?? (() => false),
    });
    moves += done.steps;
    cycles.took(done.steps);
    search.restore();
    if (search.best.hard === 0) feasibleAfter ??= moves;
    if (done.best <= 1e-9) break;
  }
  report(1);
  return { moves, feasibleAfter };
}
