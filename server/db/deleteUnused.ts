import type { Knex } from 'knex';
import { idList } from './many.ts';

/** A column that names rows of another table. */
export interface Reference {
  readonly table: string;
  readonly column: string;
}

/**
 * Deletes those of the rows to which nothing refers, whichever plugin's table it would be; references that
 * would be deleted along count as well. Answers the ids of the rows that stay.
 */
export async function deleteUnused(
  db: Knex,
  table: string,
  ids: readonly string[],
  { key = 'id', also = [] }: { readonly key?: string; readonly also?: readonly Reference[] } = {},
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const references = [...(await referencesTo(db, table, key)), ...also];
  const query = db(table).whereIn(key, idList(db, ids));
  for (const one of references)
    query.whereNotExists(
      db
        .select(db.raw('1'))
        .from(one.table)
        .whereRaw('?? = ??', [`${one.table}.${one.column}`, `${table}.${key}`]),
    );
  await query.delete();
  const left: { id: string }[] = await db(table).whereIn(key, idList(db, ids)).select({ id: key });
  return left.map(({ id }) => id);
}

async function referencesTo(db: Knex, table: string, key: string): Promise<Reference[]> {
  const isPostgres = db.client.config.client === 'pg';
  const rows: Reference[] = isPostgres
    ? await db.raw(postgresReferences, [table, key])
    : await sqliteReferences(db, table, key);
  return rows;
}

const postgresReferences = `select source.relname as "table", used.attname as "column"
  from pg_constraint as made
  join pg_class as source on source.oid = made.conrelid
  join pg_attribute as used on used.attrelid = made.conrelid and used.attnum = made.conkey[1]
  join pg_attribute as named on named.attrelid = made.confrelid and named.attnum = made.confkey[1]
  where made.contype = 'f' and made.confrelid = cast(? as regclass) and named.attname = ?`;

async function sqliteReferences(db: Knex, table: string, key: string): Promise<Reference[]> {
  return db.raw(
    `select main.name as "table", made."from" as "column" from sqlite_master as main
       join pragma_foreign_key_list(main.name) as made
       where main.type = 'table' and made."table" = ? and coalesce(made."to", 'id') = ? and made.seq = 0`,
    [table, key],
  );
}
