import { Problem } from '../../http/problem.ts';
import { defineJob, type JobContext, type JobKind } from '../../jobs/job.ts';
import { batchesOf } from '../commands/batches.ts';
import { carryOut, isStill, type Modules } from '../commands/carryOut.ts';
import { news } from '../domain/memory.ts';
import { changedSincePlan } from '../problems.ts';
import { type Prepared, prepare } from '../queries/prepare.ts';
import { answersOf, mappingOf, runSources } from '../queries/runSources.ts';
import { readSources } from '../readers/readSources.ts';
import { Summary } from '../schemas.ts';
import { forget, forgetNumber, forgetOverwritten, saveMemory } from '../store/memory.ts';
import { appliedBefore, deletePieces, findRun, highestNumber, lockRun, type RunRow, updateRun } from '../store/runs.ts';
import { inParts } from './inParts.ts';
import { reporting } from './phases.ts';
import { clearPlan, RunInput } from './planJob.ts';

const rowsAtOnce = 2500;
/** Somebody may change something just then; the plan is made anew, and has to be the same. */
const mostTries = 5;

/**
 * Carries out exactly the plan that was looked at, or nothing. Everything that takes long is done before: the
 * last transaction only compares a stamp and hands over what was made ready.
 */
export const applyJob = (modules: Modules): JobKind<RunInput> =>
  defineJob({
    name: 'import.apply',
    input: RunInput,
    inThread: true,
    run: async (context, { runId }) => {
      const run = await context.read(({ db }) => findRun(db, runId));
      if (!run) return { runId };
      const report = reporting(context);
      if (run.state === 'open') await apply(modules, context, run);
      report('clearing');
      await clear(context, runId);
      return { runId };
    },
  });

async function apply(modules: Modules, context: JobContext, run: RunRow): Promise<void> {
  const report = reporting(context);
  report('reading');
  const sources = await context.read((scope) => runSources(scope, run));
  const mapping = await context.read((scope) => mappingOf(scope, run));
  const read = readSources(sources, answersOf(run));
  for (let tries = 0; tries < mostTries; tries++) {
    report('comparing');
    const prepared = await context.read((scope) => prepare(scope, modules, read, mapping));
    if (prepared.plan.problems.length > 0 || prepared.plan.fingerprint !== run.fingerprint) break;
    if (await carryOutPrepared(modules, context, run, prepared)) return;
  }
  throw new Problem(changedSincePlan);
}

/** False when something has changed since it was prepared. */
async function carryOutPrepared(
  modules: Modules,
  context: JobContext,
  run: RunRow,
  { plan, before, stamp }: Prepared,
): Promise<boolean> {
  const report = reporting(context);
  const newId = await context.read(async (scope) => scope.newId);
  const batches = batchesOf(plan.changes, before, newId);
  const number = await context.write(async ({ db }) => {
    const next = run.number ?? (await highestNumber(db)) + 1;
    await forgetNumber(db, next);
    await updateRun(db, run.id, { number: next });
    return next;
  });
  await inParts(news(plan.records, before.memory), rowsAtOnce, (part, share) => {
    report('storing', share);
    return context.write(({ db }) => saveMemory(db, number, part));
  });
  report('applying');
  return context.write(async (scope) => {
    const began = performance.now();
    const current = await lockRun(scope.db, run.id);
    if (current?.state !== 'open' || !(await isStill(scope, stamp))) return false;
    await carryOut(modules, scope, batches);
    await forget(
      scope.db,
      plan.changes.filter(({ action }) => action === 'remove'),
    );
    const summary = { ...Summary.parse(run.summaryJson), lockedMs: Math.round(performance.now() - began) };
    const summaryJson = JSON.stringify(summary);
    await updateRun(scope.db, run.id, { state: 'applied', appliedAt: scope.now, summaryJson });
    return true;
  });
}

/** Takes away the files, which nobody needs any more, and what only the import before this one could be undone with. */
async function clear(context: JobContext, runId: string): Promise<void> {
  const run = await context.read(({ db }) => findRun(db, runId));
  const { number, appliedAt } = run ?? {};
  await context.write(({ db }) => deletePieces(db, runId));
  if (!number || !appliedAt) return;
  const earlier = await context.read(({ db }) => appliedBefore(db, appliedAt));
  for (const id of earlier) await clearPlan(context, id);
  await context.write(({ db }) => forgetOverwritten(db, number));
}
