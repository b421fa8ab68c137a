import type { Knex } from 'knex';

/** Tables whose rows carry a revision. */
export type RevisedTable = `school_${'home_school' | 'subject' | 'group' | 'subgroup' | 'course' | 'term' | 'holiday'}`;

/** Locks a row that is about to be changed; undefined when there is none. */
export const lockRevision = (db: Knex, table: RevisedTable, id: string): Promise<{ revision: number } | undefined> =>
  db(table).where({ id }).forUpdate().first<{ revision: number } | undefined>('revision');

/** Changes a row and counts its revision up. */
export const updateRevised = (db: Knex, table: RevisedTable, id: string, change: object): Promise<number> =>
  db(table)
    .where({ id })
    .update({ ...change, revision: db.raw('revision + 1') });

export async function insertRow(db: Knex, table: RevisedTable, row: object): Promise<void> {
  await db(table).insert(row);
}

export async function insertRows(db: Knex, table: RevisedTable, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await db.batchInsert(table, [...rows], 200);
}

export const deleteRow = (db: Knex, table: RevisedTable, id: string): Promise<number> =>
  db(table).where({ id }).delete();
