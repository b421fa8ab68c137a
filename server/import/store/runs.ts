import type { Knex } from 'knex';
import type { Many } from '../../db/laid.ts';
import { insertMany } from '../../db/many.ts';
import type { ImportProblem } from '../domain/importProblem.ts';
import type { Change } from '../domain/plan.ts';

export interface RunFile {
  readonly name: string;
  readonly bytes: number;
  readonly pieces: number;
}

/** A run as it is stored; `summary` and `answers` are read by the schemas of the module. */
export interface RunRow {
  readonly id: string;
  readonly number: number | null;
  readonly kind: 'import' | 'export';
  readonly state: 'open' | 'applied' | 'undone';
  readonly ownerId: string | null;
  readonly filesJson: readonly RunFile[];
  readonly answersJson: unknown;
  readonly summaryJson: unknown;
  readonly fingerprint: string | null;
  readonly jobId: string | null;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
}

const columns = [
  ...['id', 'number', 'kind', 'state', 'ownerId', 'filesJson', 'answersJson', 'summaryJson', 'fingerprint'],
  ...['jobId', 'createdAt', 'appliedAt', 'undoneAt'],
];

export interface NewRun {
  readonly id: string;
  readonly kind: RunRow['kind'];
  readonly ownerId: string | null;
  readonly files: readonly RunFile[];
  readonly answers: unknown;
  readonly createdAt: Date;
}

export async function insertRun(db: Knex, { files, answers, ...run }: NewRun): Promise<void> {
  await db('import_run').insert({
    ...run,
    state: 'open',
    filesJson: JSON.stringify(files),
    answersJson: JSON.stringify(answers),
  });
}

export const findRun = (db: Knex, id: string): Promise<RunRow | undefined> =>
  db('import_run').where({ id }).first<RunRow | undefined>(columns);

export const lockRun = (db: Knex, id: string): Promise<RunRow | undefined> =>
  db('import_run').where({ id }).forUpdate().first<RunRow | undefined>(columns);

export const listRuns = (db: Knex): Promise<RunRow[]> =>
  db('import_run')
    .where({ kind: 'import' })
    .whereNot('state', 'open')
    .orderBy('number', 'desc')
    .limit(20)
    .select<RunRow[]>(columns);

/** The import that was carried out last and still stands. */
export const lastApplied = (db: Knex): Promise<RunRow | undefined> =>
  db('import_run').where({ state: 'applied' }).orderBy('number', 'desc').first<RunRow | undefined>(columns);

export async function highestNumber(db: Knex): Promise<number> {
  const [row]: { highest: number | null }[] = await db('import_run').max({ highest: 'number' });
  return row?.highest ?? 0;
}

export interface RunChange {
  readonly number?: number;
  readonly state?: RunRow['state'];
  readonly answersJson?: string;
  readonly summaryJson?: string;
  readonly filesJson?: string;
  readonly fingerprint?: string | null;
  readonly jobId?: string;
  readonly appliedAt?: Date;
  readonly undoneAt?: Date;
}

export const updateRun = (db: Knex, id: string, change: RunChange): Promise<number> =>
  db('import_run').where({ id }).update(change);

/** Which imports stand and which were undone: part of what a plan is made of. */
export async function standing(db: Knex): Promise<string> {
  const rows: { id: string; state: string }[] = await db('import_run')
    .whereNot('state', 'open')
    .orderBy('number')
    .select('id', 'state');
  return rows.map(({ id, state }) => `${id} ${state}`).join('\n');
}

export const savePiece = async (
  db: Knex,
  piece: { readonly runId: string; readonly file: number; readonly nth: number; readonly data: string },
): Promise<void> => {
  await db('import_piece').insert(piece).onConflict(['runId', 'file', 'nth']).merge(['data']);
};

/** The pieces of a file in order, base64 each. */
export const piecesOf = (db: Knex, runId: string, file: number): Promise<string[]> =>
  db('import_piece').where({ runId, file }).orderBy('nth').pluck('data');

export const countPieces = async (db: Knex, runId: string): Promise<number> => {
  const [row]: { count: number }[] = await db('import_piece').where({ runId }).count({ count: '*' });
  return row?.count ?? 0;
};

export const deletePieces = (db: Knex, runId: string): Promise<number> => db('import_piece').where({ runId }).delete();

/** Takes away files of imports that were carried out: whoever did it was killed before it had cleared up, and given up. */
export const deleteLeftPieces = (db: Knex): Promise<number> =>
  db('import_piece')
    .whereIn('runId', db('import_run').where({ kind: 'import' }).whereNot('state', 'open').select('id'))
    .delete();

/** A change with what the page shows of it. */
export interface StagedChange extends Change {
  readonly nth: number;
  readonly title: string;
  readonly searchText: string;
  /** The school's own keys of the people whom it is about. */
  readonly personKey: string | null;
  readonly otherKey: string | null;
}

export const changeTable = {
  table: 'import_change',
  insert: (db: Knex, rows: Many): Promise<void> => insertMany(db, 'import_change', rows),
};

export const changeRows = (runId: string, changes: readonly StagedChange[]): readonly object[] =>
  changes.map(({ nth, kind, action, key, title, searchText, personKey, otherKey, fields, before }) => ({
    ...{ runId, nth, kind, action, key, title, searchText, personKey, otherKey },
    fieldsJson: JSON.stringify(fields),
    beforeJson: JSON.stringify(before),
  }));

export const insertFaults = (db: Knex, runId: string, faults: readonly ImportProblem[]): Promise<void> =>
  insertMany(
    db,
    'import_fault',
    faults.map(({ file, line, column, code, value, params }, nth) => ({
      ...{ runId, nth, file, line, heading: column, code, value },
      paramsJson: JSON.stringify(params),
    })),
  );

/** Takes away what was planned; at most so many rows at a time, so that nobody waits long. */
export async function deletePlanned(db: Knex, runId: string, most: number): Promise<number> {
  await db('import_fault').where({ runId }).delete();
  const nths: number[] = await db('import_change').where({ runId }).orderBy('nth').limit(most).pluck('nth');
  const last = nths.at(-1);
  if (last === undefined) return 0;
  return db('import_change').where({ runId }).where('nth', '<=', last).delete();
}

export interface ChangeRow {
  readonly nth: number;
  readonly kind: Change['kind'];
  readonly action: Change['action'];
  readonly key: string;
  readonly title: string;
  readonly fieldsJson: Change['fields'];
  readonly beforeJson: Change['before'];
  readonly kept: string | null;
}

const changeColumns = ['nth', 'kind', 'action', 'key', 'title', 'fieldsJson', 'beforeJson', 'kept'];

export interface ChangeFilter {
  readonly kind?: string | undefined;
  readonly action?: string | undefined;
  /** Folded. */
  readonly text?: string | undefined;
  readonly isKept?: boolean | undefined;
  readonly after?: number | undefined;
}

export function changesOf(db: Knex, runId: string, filter: ChangeFilter = {}, most?: number): Promise<ChangeRow[]> {
  const query = db('import_change').where({ runId }).orderBy('nth');
  if (filter.kind) query.where({ kind: filter.kind });
  if (filter.action) query.where({ action: filter.action });
  if (filter.isKept) query.whereNotNull('kept');
  if (filter.after !== undefined) query.where('nth', '>', filter.after);
  if (filter.text) query.whereRaw(`search_text like ? escape '!'`, [`%${filter.text.replace(/[!%_]/g, '!$&')}%`]);
  if (most) query.limit(most);
  return query.select<ChangeRow[]>(changeColumns);
}

/** Changes of roles, and those of these people themselves and of their addresses. */
export async function changesOfRights(
  db: Knex,
  runId: string,
  personKeys: readonly string[],
): Promise<readonly (Pick<Change, 'kind' | 'key' | 'fields'> & { readonly title: string })[]> {
  const rows: ChangeRow[] = await db('import_change')
    .where({ runId })
    .where((any) =>
      any
        .where({ kind: 'role' })
        .orWhere((own) => own.whereIn('kind', ['person', 'channel']).whereIn('personKey', personKeys)),
    )
    .orderBy('nth')
    .select(changeColumns);
  return rows.map(({ kind, key, title, fieldsJson: fields }) => ({ kind, key, title, fields }));
}

export interface FaultRow {
  readonly nth: number;
  readonly file: string;
  readonly line: number;
  readonly heading: string;
  readonly code: string;
  readonly value: string;
  readonly paramsJson: ImportProblem['params'];
}

export const faultsOf = (db: Knex, runId: string, after: number, most: number): Promise<FaultRow[]> =>
  db('import_fault')
    .where({ runId })
    .where('nth', '>', after)
    .orderBy('nth')
    .limit(most)
    .select<FaultRow[]>('nth', 'file', 'line', 'heading', 'code', 'value', 'paramsJson');

/** Marks changes that an undo left as they are, and why. */
export const markKept = async (
  db: Knex,
  runId: string,
  kept: readonly { readonly nth: number; readonly why: string }[],
): Promise<void> => {
  for (const why of new Set(kept.map((one) => one.why)))
    for (let from = 0; from < kept.length; from += 500)
      await db('import_change')
        .where({ runId })
        .whereIn(
          'nth',
          kept.slice(from, from + 500).flatMap((one) => (one.why === why ? [one.nth] : [])),
        )
        .update({ kept: why });
};

/** Runs of before this moment that were never carried out, and finished exports. */
export const deleteOldRuns = (db: Knex, before: Date): Promise<number> =>
  db('import_run').where({ state: 'open' }).where('createdAt', '<', before).delete();

export const appliedBefore = (db: Knex, before: Date): Promise<string[]> =>
  db('import_run').whereNot('state', 'open').where('appliedAt', '<', before).pluck('id');
