import type { Knex } from 'knex';
import { insertMany, updateMany } from '../../db/many.ts';

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
  await insertMany(db, table, rows);
}

/** Changes many rows, each in its own members, and counts their revisions up. */
export const updateManyRevised = (
  db: Knex,
  table: RevisedTable,
  rows: readonly (object & { readonly id: string })[],
): Promise<void> => updateMany(db, table, rows, { counting: true });

export const deleteRow = (db: Knex, table: RevisedTable, id: string): Promise<number> =>
  db(table).where({ id }).delete();
