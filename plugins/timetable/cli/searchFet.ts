import { runTask } from '../../../server/optimise/worker/runTask.ts';
import type { Problem } from '../domain/model/problem.ts';
import type { SolveInput, SolveUpdate, TimedSolution } from '../domain/solver/solveTask.ts';

export interface FetSearch {
  readonly seed: number;
  readonly threads: number;
  readonly budget:
    | { readonly kind: 'search'; readonly seconds?: number; readonly steps?: number; readonly untilFeasible: boolean }
    | { readonly kind: 'replay'; readonly logs: readonly { readonly moves: number; readonly looks: number }[] };
  /** Aborting ends the search with the best so far. */
  readonly signal: AbortSignal;
  readonly onProgress: (update: SolveUpdate) => void;
}

/** Built code lies as .js beside where the sources lie as .ts. */
const taskUrl = new URL(
  import.meta.url.endsWith('.ts') ? '../domain/solver/solveTask.ts' : '../domain/solver/solveTask.js',
  import.meta.url,
);

/** Threads of neighbouring seeds shall not share a stream. */
const SEED_STRIDE = 0x10000000;

/**
 * Solves in threads, each with a stream of numbers of its own: the main thread stays free to hear that it shall stop. Once one has what cannot be
 * bettered, all end. Returns what each found, in their order.
 */
export async function searchFet(problem: Problem, search: FetSearch): Promise<TimedSolution[]> {
  const { budget, seed, signal, onProgress } = search;
  const threads = budget.kind === 'replay' ? budget.logs.length : search.threads;
  const done = new AbortController();
  const signals = AbortSignal.any([signal, done.signal]);
  return Promise.all(
    Array.from({ length: threads }, async (_, thread) => {
      const input: SolveInput = { problem, seed: seed + thread * SEED_STRIDE, ...limitsOf(budget, thread) };
      const found = await runTask<SolveInput, SolveUpdate, TimedSolution>(taskUrl, input, {
        signal: signals,
        onProgress,
      });
      if (budget.kind === 'search' && isEnough(found, budget.untilFeasible)) done.abort();
      return found;
    }),
  );
}

function limitsOf(budget: FetSearch['budget'], thread: number): Omit<SolveInput, 'problem' | 'seed'> {
  if (budget.kind === 'search') {
    const { kind: _, ...limits } = budget;
    return limits;
  }
  const { moves = 0, looks = 0 } = budget.logs[thread] ?? {};
  return { steps: moves, looks };
}

const isEnough = ({ score }: TimedSolution, untilFeasible: boolean): boolean =>
  score.hard === 0 && (untilFeasible || score.soft < 1e-9);

/** The best of them: fewer broken rules first. */
export const leastOf = (solutions: readonly TimedSolution[]): TimedSolution | undefined =>
  solutions.toSorted((a, b) => a.score.hard - b.score.hard || a.score.soft - b.score.soft)[0];
