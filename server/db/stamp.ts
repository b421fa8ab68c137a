import { createHash } from 'node:crypto';
import type { Knex } from 'knex';

/**
 * A text that differs when any row of the tables differs. Whoever plans outside of a transaction takes it with
 * what the plan is made of, and again in the transaction that carries the plan out.
 */
export async function stampOf(db: Knex, tables: readonly string[]): Promise<string> {
  const isPostgres = db.client.config.client === 'pg';
  const all = createHash('sha256');
  for (const table of tables) all.update(await (isPostgres ? postgresStamp(db, table) : sqliteStamp(db, table)));
  return all.digest('hex');
}

async function postgresStamp(db: Knex, table: string): Promise<string> {
  const rows: { stamp: string | null }[] = await db.raw(
    `select md5(string_agg(each, '' order by each)) as stamp from (select md5(t::text) as each from ${table} as t) as rows`,
  );
  return `${table}:${rows[0]?.stamp ?? ''};`;
}

async function sqliteStamp(db: Knex, table: string): Promise<string> {
  const columns: { name: string }[] = await db.raw('select name from pragma_table_info(?)', [table]);
  const row = columns.map(({ name }) => `coalesce("${name}", '~')`).join(` || '|' || `);
  const rows: { stamp: string | null }[] = await db.raw(`select group_concat(${row}, char(10)) as stamp from ${table}`);
  const text = rows[0]?.stamp ?? '';
  return `${table}:${createHash('sha256').update(text).digest('hex')};`;
}
