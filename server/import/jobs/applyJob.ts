import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { defineJob, type JobContext, type JobKind } from '../../jobs/job.ts';
import { type Batches, batchesOf } from '../commands/batches.ts';
import { carryOut, isStill, type LaidBatches, layOut, type Modules } from '../commands/carryOut.ts';
import { news } from '../domain/memory.ts';
import type { Change, Plan } from '../domain/plan.ts';
import type { Fields } from '../domain/records.ts';
import { changedSincePlan } from '../problems.ts';
import { type Prepared, prepare } from '../queries/prepare.ts';
import { answersOf, mappingOf, runSources } from '../queries/runSources.ts';
import { readSources } from '../readers/readSources.ts';
import { Summary } from '../schemas/imports.ts';
import { forget, forgetNumber, forgetOverwritten, saidRows, saidTable } from '../store/memory.ts';
import { appliedBefore, deletePieces, findRun, highestNumber, lockRun, type RunRow, updateRun } from '../store/runs.ts';
import { inParts } from './inParts.ts';
import { reporting } from './phases.ts';
import { clearPlan, RunInput } from './planJob.ts';
import { rowsAtOnce, storeAside } from './storeAside.ts';

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
  for (let tries = 0; tries < mostTries; tries++) {
    const ready = await makeReady(modules, context, run);
    if (!ready) break;
    if (await store(modules, context, run, ready)) return;
  }
  throw new Problem(changedSincePlan);
}

/** All that the last transaction needs, and nothing else: what it was made of takes much memory. */
interface Ready {
  readonly batches: Batches;
  /** What is to be forgotten whole. */
  readonly removed: readonly Change[];
  readonly stamp: string;
}

/** Plans anew and stores what the files say; undefined when that is not what was looked at. */
async function makeReady(modules: Modules, context: JobContext, run: RunRow): Promise<Ready | undefined> {
  const { plan, before, stamp } = await planAnew(modules, context, run);
  if (plan.problems.length > 0 || plan.fingerprint !== run.fingerprint) return undefined;
  await remember(context, run, plan, before.memory);
  const newId = await context.read(async (scope) => scope.newId);
  const batches = batchesOf(plan.changes, before, newId);
  return { batches, stamp, removed: plan.changes.filter(({ action }) => action === 'remove') };
}

async function planAnew(modules: Modules, context: JobContext, run: RunRow): Promise<Prepared> {
  const report = reporting(context);
  report('reading');
  const sources = await context.read((scope) => runSources(scope, run));
  const mapping = await context.read((scope) => mappingOf(scope, run));
  const read = await readSources(sources, answersOf(run));
  report('comparing');
  return context.read((scope) => prepare(scope, modules, read, mapping));
}

/** Stores what the files say; it counts from the moment at which the run is carried out. */
async function remember(
  context: JobContext,
  run: RunRow,
  plan: Plan,
  known: ReadonlyMap<string, Fields>,
): Promise<void> {
  const number = await context.write(async ({ db }) => {
    const next = run.number ?? (await highestNumber(db)) + 1;
    await forgetNumber(db, next);
    await updateRun(db, run.id, { number: next });
    return next;
  });
  await inParts(plan.records, rowsAtOnce, news(known), (part, share) => {
    reporting(context)('storing', share);
    return storeAside(context, saidTable, saidRows(number, part));
  });
}

/** The last transaction. False when something has changed since it was made ready. */
async function store(modules: Modules, context: JobContext, run: RunRow, ready: Ready): Promise<boolean> {
  reporting(context)('applying');
  const { batches, removed, stamp } = ready;
  const at = await context.read(async ({ now, newId }) => ({ now, newId }));
  let laid: LaidBatches | undefined;
  const handOver = async (scope: WriteScope): Promise<boolean> => {
    const began = performance.now();
    const current = await lockRun(scope.db, run.id);
    if (current?.state !== 'open' || !(await isStill(scope, stamp))) return false;
    await carryOut(modules, scope, batches, laid);
    await forget(scope.db, removed);
    const summary = { ...Summary.parse(run.summaryJson), lockedMs: Math.round(performance.now() - began) };
    const summaryJson = JSON.stringify(summary);
    await updateRun(scope.db, run.id, { state: 'applied', appliedAt: scope.now, summaryJson });
    return true;
  };
  return context.write(handOver, async (lay) => {
    laid = await layOut(modules, lay, at, batches);
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
