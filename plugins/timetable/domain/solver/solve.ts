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
import { type Cycle, cyclesFor } from './cycles.ts';
import { Neighbourhood } from './neighbourhood.ts';
import { rankOf, SearchState } from './searchState.ts';
import { type Attempt, Wishes } from './wishes.ts';
import { type WishTry, wishTriesFor } from './wishTries.ts';

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
/** Sums of hundredths are off in their last digits. */
const PERFECT = 1e-9;

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
  const run = new Run(search, new Wishes(search, random, prices), options, spending, looks);
  searchCycles(search, random, run);
  const assignment = assignmentOf(state.compiled, search.best.position, search.best.room);
  const { moves, feasibleAfter } = run;
  return { assignment, score: evaluate(problem, assignment), moves, looks, feasibleAfter };
}

/** A search under way: annealings, and between them tries to keep more wishes by placing. */
class Run {
  moves: number;
  feasibleAfter: number | null = null;
  readonly #search: Neighbourhood;
  readonly #wishes: Wishes;
  readonly #options: SolveOptions;
  readonly #spending: Spending;

  constructor(search: Neighbourhood, wishes: Wishes, options: SolveOptions, spending: Spending, looks: number) {
    this.moves = looks;
    this.#search = search;
    this.#wishes = wishes;
    this.#options = options;
    this.#spending = spending;
    this.#noteFeasible(looks);
  }

  get isOver(): boolean {
    return this.isOverAfter(0);
  }

  /** Whether the time is over, or somebody said so, after as many more moves. */
  isOverAfter(more: number): boolean {
    return this.#spending.spent(this.moves + more) >= 1 || this.#options.shouldStop?.() === true;
  }

  get isPerfect(): boolean {
    return rankOf(this.#search.best) <= PERFECT;
  }

  report(spent: number): void {
    const { best, state } = this.#search;
    this.#options.onProgress?.({
      spent: Math.min(1, spent),
      moves: this.moves,
      hard: best.hard,
      soft: best.soft,
      best: () => {
        const assignment = assignmentOf(state.compiled, best.position, best.room);
        return { assignment, score: evaluate(state.compiled.problem, assignment) };
      },
    });
  }

  /** Anneals once from the best timetable; returns the moves that it took. */
  anneal({ hottest, coldest, length, hardForbidden }: Cycle, random: Random): number {
    const search = this.#search;
    search.hardForbidden = hardForbidden;
    let reported = rankOf(search.best);
    const { steps } = anneal(search, {
      random,
      hottest,
      coldest,
      best: reported,
      progress: (done) => {
        const spent = this.#spending.spent(this.moves + done);
        this.#noteFeasible(this.moves + done);
        if (rankOf(search.best) < reported) this.report(spent);
        reported = rankOf(search.best);
        return Math.max(done / length, spent >= 1 ? 1 : 0);
      },
      shouldStop: this.#options.shouldStop ?? (() => false),
    });
    this.moves += steps;
    search.restore();
    this.#noteFeasible(this.moves);
    return steps;
  }

  /** Tries wishes as rules. Takes one move at least: who repeats a run that was cut short right here must get as far. */
  attempt({ kind, looks: most }: WishTry): Attempt {
    const before = rankOf(this.#search.best);
    const isOver = (looks: number): boolean => looks >= most || (looks > 0 && this.isOverAfter(looks));
    const done =
      kind === 'all' ? this.#wishes.all(this.#options.start ?? new Map(), isOver) : this.#wishes.oneMore(isOver);
    this.moves += Math.max(1, done.looks);
    if (rankOf(this.#search.best) < before) this.report(this.#spending.spent(this.moves));
    return done;
  }

  #noteFeasible(moves: number): void {
    if (this.#search.best.hard === 0) this.feasibleAfter ??= moves;
  }
}

function searchCycles(search: Neighbourhood, random: Random, run: Run): void {
  const { activities } = search.state.compiled;
  const cycles = cyclesFor(activities);
  const tries = wishTriesFor(activities);
  run.report(0);
  while (!search.isStuck && !run.isOver && !run.isPerfect) {
    const next = search.best.hard === 0 ? tries.next() : null;
    if (next) {
      tries.tried(next.kind, run.attempt(next));
      continue;
    }
    const steps = run.anneal(cycles.next(search.best), random);
    cycles.took(steps);
    tries.annealed(steps);
  }
  run.report(1);
}
