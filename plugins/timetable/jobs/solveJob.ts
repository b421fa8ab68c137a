import { z } from 'zod';
import { defineJob, type JobContext, type JobKind } from '../../../server/jobs/job.ts';
import { runTask } from '../../../server/optimise/worker/runTask.ts';
import type { Apis } from '../apis.ts';
import { keepSolution } from '../commands/keepSolution.ts';
import { type Composed, compose } from '../domain/compose/compose.ts';
import { lessonOfId } from '../domain/compose/lesson.ts';
import { scoreByRule } from '../domain/compose/scoreByRule.ts';
import { placementsOf, solvable } from '../domain/compose/solvable.ts';
import type { Assignment } from '../domain/model/assignment.ts';
import { evaluate } from '../domain/model/evaluate.ts';
import type { Solution } from '../domain/solver/solve.ts';
import type { SolveInput, SolveUpdate } from '../domain/solver/solveTask.ts';
import { draftFacts } from '../queries/draftFacts.ts';
import type { SolveDetail, SolveResult } from '../schemas/solving.ts';
import { type DraftRow, draftById } from '../store/drafts.ts';
import { createKeeper } from './keeper.ts';

const Input = z.object({
  draftId: z.uuid(),
  seconds: z.number().optional(),
  moves: z.number().optional(),
  from: z.enum(['draft', 'nothing']),
  only: z
    .object({
      groupIds: z.array(z.uuid()).optional(),
      teacherIds: z.array(z.uuid()).optional(),
      weekdays: z.array(z.int()).optional(),
    })
    .optional(),
  change: z.enum(['free', 'least']).optional(),
  /** Null when nobody in particular did, as for the demo. */
  startedById: z.uuid().nullable(),
});
export type SolveJobInput = z.infer<typeof Input>;

/** Built code lies as .js beside where the sources lie as .ts. */
const taskUrl = new URL(
  import.meta.url.endsWith('.ts') ? '../domain/solver/solveTask.ts' : '../domain/solver/solveTask.js',
  import.meta.url,
);

const parts = 1000;

/**
 * Solves a draft in a thread of its own. The best timetable so far is kept in the draft every few seconds, so that neither a
 * cancellation nor the end of the process loses it; whatever people change by hand meanwhile wins and ends the search.
 */
export const solveJob = (apis: Apis): JobKind<SolveJobInput> =>
  defineJob({
    name: 'timetable.solve',
    input: Input,
    run: async (context, input) => {
      const begun = await begin(apis, context, input.draftId);
      if (!begun) return { ended: 'changed-meanwhile' };
      return search(apis, context, input, begun);
    },
  });

interface Begun {
  readonly draft: DraftRow;
  readonly composed: Composed;
}

const begin = (apis: Apis, context: JobContext, draftId: string): Promise<Begun | undefined> =>
  context.read(async (scope) => {
    const draft = await draftById(scope.db, draftId);
    if (draft?.state !== 'draft' || draft.solvingJobId !== context.jobId) return undefined;
    const { facts } = await draftFacts(apis, scope, draft);
    return { draft, composed: compose(facts) };
  });

async function search(
  apis: Apis,
  context: JobContext,
  { seconds, moves, from, only, change, startedById }: SolveJobInput,
  { draft, composed }: Begun,
): Promise<SolveResult> {
  const { problem, start, locked, withoutPlace } = solvable(composed, { only: only ?? {}, change: change ?? 'free' });
  const overtaken = new AbortController();
  let revision = draft.revision;
  const keeper = createKeeper(async (assignment: Assignment) => {
    const next = await context.write((scope) =>
      keepSolution(apis, scope, {
        draftId: draft.id,
        jobId: context.jobId,
        revision,
        startedById,
        lessons: placementsOf(composed, assignment),
      }),
    );
    if (next === undefined) overtaken.abort();
    else revision = next;
  });
  const input: SolveInput = {
    problem,
    seed: draft.seed,
    start: from === 'draft' ? start : new Map([...start].filter(([id]) => locked.has(id))),
    ...(moves === undefined ? {} : { steps: moves }),
    ...(seconds === undefined ? {} : { seconds }),
  };
  const progress = showTime(context, seconds);
  try {
    const solution = await runTask<SolveInput, SolveUpdate, Solution>(taskUrl, input, {
      signal: AbortSignal.any([context.signal, overtaken.signal]),
      onProgress: ({ spent, moves: made, assignment }) => {
        progress.better(spent, detailOf(composed, made, assignment));
        keeper.offer(assignment);
      },
    });
    if (!overtaken.signal.aborted) await keeper.finish(solution.assignment);
    return {
      ...detailOf(composed, solution.moves, solution.assignment),
      ended: overtaken.signal.aborted ? 'changed-meanwhile' : 'done',
      withoutPlace: withoutPlace.flatMap((id) => lessonOfId(id) ?? []),
    };
  } finally {
    progress.stop();
    await keeper.stop();
  }
}

/**
 * Reports how far a search is: whenever it found something better, and every second of one that is measured in seconds,
 * so that whoever waits sees that it goes on.
 */
function showTime(context: JobContext, seconds: number | undefined) {
  let done = 0;
  let ticks = 0;
  let detail: SolveDetail | undefined;
  const report = (share: number): void => {
    done = Math.max(done, Math.min(parts, Math.round(share * parts)));
    context.report({ done, total: parts, ...(detail ? { detail } : {}) });
  };
  const clock = setInterval(() => {
    ticks += 1;
    if (seconds !== undefined && detail) report(Math.min(ticks / seconds, 0.99));
  }, 1000);
  clock.unref();
  return {
    better: (spent: number, found: SolveDetail) => {
      detail = found;
      report(spent);
    },
    stop: () => clearInterval(clock),
  };
}

/** Judged by the whole problem, so that lessons which were not given to the search count as well. */
function detailOf(composed: Composed, moves: number, assignment: Assignment): SolveDetail {
  const score = evaluate(composed.problem, assignment);
  return {
    moves,
    placed: [...composed.lessons.keys()].filter((id) => assignment.has(id)).length,
    total: composed.lessons.size,
    hard: score.hard,
    soft: score.soft,
    byRule: [...scoreByRule(score)],
  };
}
