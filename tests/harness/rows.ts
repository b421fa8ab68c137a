import type { App } from '../../server/app.ts';

/** Stores a row as it is and gives it back. */
export type InsertRow = <Row extends object>(table: string, row: Row) => Promise<Row>;

export const insertInto =
  (app: App): InsertRow =>
  async (table, row) => {
    await app.database.write((trx) => trx(table).insert(row));
    return row;
  };

let number = 0;

/** A number that no other row of this worker has, so that names and codes differ. */
export const nextNumber = (): number => ++number;
