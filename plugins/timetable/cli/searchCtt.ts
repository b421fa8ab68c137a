import { meetingPlace } from '../../../server/optimise/worker/meeting.ts';
import { runTask } from '../../../server/optimise/worker/runTask.ts';
import type { CttTaskInput, CttUpdate } from '../domain/ctt/cttTask.ts';
import type { CttInstance } from '../domain/ctt/instance.ts';
import type { CttLog, CttSolution } from '../domain/ctt/solveCtt.ts';

export interface CttSearch {
  readonly seed: number;
  readonly threads: number;
  readonly budget:
    | { readonly kind: 'time'; readonly milliseconds: number; readonly clock: 'wall' | 'processor' }
    | { readonly kind: 'steps'; readonly steps: number }
    | { readonly kind: 'replay'; readonly logs: readonly CttLog[] };
  /** Aborting ends the search with the best so far. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CttUpdate) => void;
}

/** Built code lies as .js beside where the sources lie as .ts. */
const taskUrl = new URL(
  import.meta.url.endsWith('.ts') ? '../domain/ctt/cttTask.ts' : '../domain/ctt/cttTask.js',
  import.meta.url,
);

/** Solves in threads that share what they find. Returns what each found, in their order; the least is the result. */
export function searchCtt(instance: CttInstance, search: CttSearch): Promise<CttSolution[]> {
  const { budget, seed, signal, onProgress } = search;
  const logs = budget.kind === 'replay' ? budget.logs : [];
  const threads = budget.kind === 'replay' ? logs.length : search.threads;
  const lectures = instance.courses.reduce((sum, one) => sum + one.lectures, 0);
  const place = threads === 1 ? null : meetingPlace(threads, lectures);
  return Promise.all(
    Array.from({ length: threads }, (_, thread) => {
      const log = logs[thread];
      const input: CttTaskInput = {
        instance,
        seed,
        thread,
        meetingPlace: place,
        budget: budget.kind !== 'replay' ? budget : { kind: 'replay', log: log ?? { turns: 0, levels: [] } },
      };
      return runTask<CttTaskInput, CttUpdate, CttSolution>(taskUrl, input, { signal, onProgress });
    }),
  );
}

/** The better of two: fewer without place first. */
export const bestOf = (solutions: readonly CttSolution[]): CttSolution | undefined =>
  [...solutions].sort((a, b) => a.unplaced - b.unplaced || a.soft - b.soft)[0];
