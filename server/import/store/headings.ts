import type { Knex } from 'knex';
import { insertMany } from '../../db/many.ts';

/** What this school calls a column of a form; `columnName` empty: the column is left out. */
export interface HeadingRow {
  readonly form: string;
  /** Folded. */
  readonly heading: string;
  readonly columnName: string;
}

export const readHeadings = (db: Knex): Promise<HeadingRow[]> =>
  db('import_heading').select<HeadingRow[]>('form', 'heading', 'columnName');

export const saveHeadings = (db: Knex, rows: readonly HeadingRow[]): Promise<void> =>
  insertMany(db, 'import_heading', rows, { on: ['form', 'heading'], take: ['columnName'] });
