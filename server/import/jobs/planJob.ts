import { z } from 'zod';
import { defineJob, type JobContext, type JobKind } from '../../jobs/job.ts';
import { staging } from '../commands/stage.ts';
import { countsOf } from '../domain/counts.ts';
import { prepare } from '../queries/prepare.ts';
import type { ReadModules } from '../queries/readExisting.ts';
import { answersOf, mappingOf, runSources } from '../queries/runSources.ts';
import { describe } from '../readers/describe.ts';
import { fetOf, readSources } from '../readers/readSources.ts';
import type { Summary } from '../schemas/imports.ts';
import { changeRows, changeTable, deletePlanned, findRun, insertFaults, updateRun } from '../store/runs.ts';
import { inParts } from './inParts.ts';
import { reporting } from './phases.ts';
import { rowsAtOnce, storeAside } from './storeAside.ts';

export const RunInput = z.object({ runId: z.uuid() });
export type RunInput = z.infer<typeof RunInput>;

/** So many faults are enough to mend at once. */
const mostFaults = 2000;

/** Reads the files of a run and stores what an import of them would change, or all that is wrong with them. */
export const planJob = (modules: ReadModules): JobKind<RunInput> =>
  defineJob({
    name: 'import.plan',
    input: RunInput,
    inThread: true,
    run: async (context, { runId }) => {
      const run = await context.read(({ db }) => findRun(db, runId));
      if (run?.state !== 'open') return { runId };
      const report = reporting(context);
      report('reading');
      const sources = await context.read((scope) => runSources(scope, run));
      const mapping = await context.read((scope) => mappingOf(scope, run));
      const read = await readSources(sources, answersOf(run));
      report('comparing');
      const { plan, before } = await context.read((scope) => prepare(scope, modules, read, mapping));
      report('storing');
      await clearPlan(context, runId);
      const stage = staging(plan.changes, before);
      await inParts(
        plan.changes,
        rowsAtOnce,
        (change, nth) => [stage(change, nth)],
        (part, share) => {
          report('storing', share);
          return storeAside(context, changeTable, changeRows(runId, part));
        },
      );
      const summary: Summary = {
        format: read.format,
        sheets: read.sheets.map((sheet) => {
          const { headings, missing, ...about } = describe(sheet, mapping);
          return { ...about, headings: [...headings], missing: [...missing] };
        }),
        counts: [...countsOf(plan)],
        changes: plan.changes.length,
        faults: plan.problems.length,
        fet: fetOf(read),
        kept: 0,
        lockedMs: null,
      };
      await context.write(async ({ db }) => {
        await insertFaults(db, runId, plan.problems.slice(0, mostFaults));
        await updateRun(db, runId, { summaryJson: JSON.stringify(summary), fingerprint: plan.fingerprint });
      });
      return { runId };
    },
  });

/** Takes away what was planned before. */
export async function clearPlan(context: JobContext, runId: string): Promise<void> {
  for (;;) if ((await context.write(({ db }) => deletePlanned(db, runId, rowsAtOnce))) === 0) return;
}
