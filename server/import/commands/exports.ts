import type { WriteScope } from '../../host/scope.ts';
import type { JobKind } from '../../jobs/job.ts';
import { mustImport } from '../access/runAs.ts';
import { type ExportInput, nameOf } from '../jobs/exportJob.ts';
import { runView } from '../queries/runViews.ts';
import type { NewExport, RunView } from '../schemas/imports.ts';
import { findRun, insertRun, updateRun } from '../store/runs.ts';

/** Has the whole school written into one file. */
export async function beginExport(
  job: JobKind<ExportInput>,
  scope: WriteScope,
  { format }: NewExport,
): Promise<RunView> {
  mustImport(scope);
  const { db, actor } = scope;
  const id = scope.newId();
  const ownerId = actor.personId || null;
  const files = [{ name: nameOf({ format }), bytes: 0, pieces: 0 }];
  await insertRun(db, { id, kind: 'export', ownerId, files, answers: {}, createdAt: scope.now });
  await updateRun(db, id, { jobId: scope.enqueue(job, { runId: id, format, language: actor.language }) });
  const run = await findRun(db, id);
  if (!run) throw new Error('An export is gone within its own transaction');
  return runView(run, undefined);
}
