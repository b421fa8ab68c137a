import type { Knex } from 'knex';

/** Puts a table's rows aside, so that it can be made anew with other checks: SQLite cannot change them. */
export async function setAside(db: Knex, table: string): Promise<void> {
  await db.raw(`create table ${table}_aside as select * from ${table}`);
  await db.schema.dropTable(table);
}

/** Brings the rows back; `values` where a column is filled with another one than before. */
export async function bringBack(db: Knex, table: string, columns: string, values = columns): Promise<void> {
  await db.raw(`insert into ${table} (${columns}) select ${values} from ${table}_aside`);
  await db.schema.dropTable(`${table}_aside`);
}
