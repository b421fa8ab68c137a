import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { JobKind } from '../../jobs/job.ts';
import { mustNotExceed } from '../access/mustNotExceed.ts';
import { mustImport, runAs } from '../access/runAs.ts';
import { plain } from '../forms/plain.ts';
import type { RunInput } from '../jobs/planJob.ts';
import { importTooLarge, notLast, notPlanned, piecesMissing, runClosed } from '../problems.ts';
import { lastIdOf, runView } from '../queries/runViews.ts';
import {
  type Answers,
  bytesAPiece,
  largestImport,
  type NewImport,
  type NewPiece,
  type RunView,
} from '../schemas/imports.ts';
import { saveHeadings } from '../store/headings.ts';
import { countPieces, findRun, insertRun, type RunRow, savePiece, updateRun } from '../store/runs.ts';

/** Long work of a run; each is a kind of job. */
export interface RunJobs {
  readonly plan: JobKind<RunInput>;
  readonly apply: JobKind<RunInput>;
  readonly undo: JobKind<RunInput>;
}

/** Begins an import: says which files will come, in pieces. */
export async function beginImport(scope: WriteScope, { files }: NewImport): Promise<RunView> {
  mustImport(scope);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > largestImport) throw new Problem(importTooLarge, { most: Math.round(largestImport / 1024 / 1024) });
  const id = scope.newId();
  await insertRun(scope.db, {
    ...{ id, kind: 'import', answers: {}, createdAt: scope.now },
    ownerId: scope.actor.personId || null,
    files: files.map((file) => ({ ...file, pieces: Math.ceil(file.bytes / bytesAPiece) })),
  });
  return viewOf(scope, id);
}

/** Stores one piece of a file; storing it again changes nothing. */
export async function addPiece(scope: WriteScope, runId: string, { file, nth, data }: NewPiece): Promise<RunView> {
  const run = mustBeOpen(await runAs(scope, 'import', runId));
  const announced = run.filesJson[file];
  if (!announced || nth >= announced.pieces || data.length > (bytesAPiece * 4) / 3 + 4)
    throw new Problem(piecesMissing);
  await savePiece(scope.db, { runId, file, nth, data });
  return viewOf(scope, runId);
}

/** Plans anew, with what was said of headings and files; that is remembered for the next time. */
export async function planRun(jobs: RunJobs, scope: WriteScope, runId: string, answers: Answers): Promise<RunView> {
  const run = mustBeOpen(await runAs(scope, 'import', runId));
  const wanted = run.filesJson.reduce((sum, { pieces }) => sum + pieces, 0);
  if ((await countPieces(scope.db, runId)) !== wanted) throw new Problem(piecesMissing);
  await saveHeadings(
    scope.db,
    answers.headings.map(({ form, heading, column }) => ({ form, heading: plain(heading), columnName: column })),
  );
  const jobId = scope.enqueue(jobs.plan, { runId });
  await updateRun(scope.db, runId, { answersJson: JSON.stringify(answers), fingerprint: null, jobId });
  return viewOf(scope, runId);
}

/** Has the plan carried out that was looked at. */
export async function applyRun(jobs: RunJobs, scope: WriteScope, runId: string, fingerprint: string): Promise<RunView> {
  const run = mustBeOpen(await runAs(scope, 'import', runId));
  if (!runView(run, undefined).may.apply || run.fingerprint !== fingerprint) throw new Problem(notPlanned);
  await mustNotExceed(scope, runId);
  await updateRun(scope.db, runId, { jobId: scope.enqueue(jobs.apply, { runId }) });
  return viewOf(scope, runId);
}

/** Has the last import taken back. */
export async function undoRun(jobs: RunJobs, scope: WriteScope, runId: string): Promise<RunView> {
  const run = await runAs(scope, 'import', runId);
  if (run.state !== 'applied') throw new Problem(runClosed);
  if ((await lastIdOf(scope)) !== runId) throw new Problem(notLast);
  await mustNotExceed(scope, runId);
  await updateRun(scope.db, runId, { jobId: scope.enqueue(jobs.undo, { runId }) });
  return viewOf(scope, runId);
}

function mustBeOpen(run: RunRow): RunRow {
  if (run.state !== 'open') throw new Problem(runClosed);
  return run;
}

async function viewOf(scope: WriteScope, id: string): Promise<RunView> {
  const run = await findRun(scope.db, id);
  if (!run) throw new Error('A run is gone within its own transaction');
  return runView(run, await lastIdOf(scope));
}
