import type { z } from 'zod';
import { folded } from '../../host/folded.ts';
import type { ReadScope } from '../../host/scope.ts';
import { mustImport, runAs } from '../access/runAs.ts';
import {
  type ChangePage,
  type ChangesQuery,
  type FaultPage,
  type RunList,
  type RunView,
  Summary,
} from '../schemas/imports.ts';
import { changesOf, faultsOf, lastApplied, listRuns, type RunRow } from '../store/runs.ts';

const pageSize = 200;

/** A run as the page shows it; `lastId` is the import that could be undone. */
export function runView(run: RunRow, lastId: string | undefined): RunView {
  const summary = Summary.nullable().catch(null).parse(run.summaryJson);
  const { id, state, jobId, fingerprint } = run;
  return {
    ...{ id, state, jobId, fingerprint, summary },
    files: run.filesJson.map(({ name, bytes }) => ({ name, bytes })),
    createdAt: run.createdAt.toISOString(),
    appliedAt: run.appliedAt?.toISOString() ?? null,
    undoneAt: run.undoneAt?.toISOString() ?? null,
    may: {
      apply: state === 'open' && fingerprint !== null && summary?.faults === 0 && summary.changes > 0,
      undo: state === 'applied' && id === lastId,
    },
  };
}

export const lastIdOf = async ({ db }: Pick<ReadScope, 'db'>): Promise<string | undefined> =>
  (await lastApplied(db))?.id;

export async function showRun(scope: ReadScope, id: string): Promise<RunView> {
  return runView(await runAs(scope, 'import', id), await lastIdOf(scope));
}

/** Imports that were carried out, the last first. */
export async function showRuns(scope: ReadScope): Promise<z.infer<typeof RunList>> {
  mustImport(scope);
  const lastId = await lastIdOf(scope);
  return { items: (await listRuns(scope.db)).map((run) => runView(run, lastId)) };
}

export async function showChanges(
  scope: ReadScope,
  id: string,
  query: ChangesQuery,
): Promise<z.infer<typeof ChangePage>> {
  await runAs(scope, 'import', id);
  const { kind, action, text, kept, after } = query;
  const filter = { kind, action, after, isKept: kept === 'yes', ...(text ? { text: folded(text) } : {}) };
  const rows = await changesOf(scope.db, id, filter, pageSize + 1);
  const items = rows.slice(0, pageSize).map(({ fieldsJson, beforeJson, ...row }) => ({
    ...row,
    fields: { ...fieldsJson },
    before: { ...beforeJson },
  }));
  return { items, next: rows.length > pageSize ? (items.at(-1)?.nth ?? null) : null };
}

export async function showFaults(scope: ReadScope, id: string, after = -1): Promise<z.infer<typeof FaultPage>> {
  await runAs(scope, 'import', id);
  const rows = await faultsOf(scope.db, id, after, pageSize + 1);
  const items = rows.slice(0, pageSize).map(({ heading, paramsJson, ...row }) => ({
    ...row,
    column: heading,
    params: { ...paramsJson },
  }));
  return { items, next: rows.length > pageSize ? (items.at(-1)?.nth ?? null) : null };
}
