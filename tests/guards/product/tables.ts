import type { Database } from '../../../server/db/database.ts';

/** Every table with its columns, and every constraint, index and trigger by name, as text. */
export async function schemaOf({ dialect, reader }: Database): Promise<string[]> {
  const rows: { part: string }[] = await reader.raw(dialect === 'sqlite' ? sqliteParts : postgresParts);
  return rows.map(({ part }) => part).sort();
}

export async function tablesOf({ dialect, reader }: Database): Promise<string[]> {
  const rows: { name: string }[] = await reader.raw(
    dialect === 'sqlite'
      ? `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
      : `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  return rows.map(({ name }) => name).sort();
}

const sqliteParts = `select type || ' ' || name || ' ' || coalesce(sql, '') as part from sqlite_master
  where name not like 'sqlite_%'`;

const postgresParts = `
  select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as part
    from information_schema.columns where table_schema = 'public'
  union all select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace and conname !~ '_not_null$'
  union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all select 'trigger ' || tgname || ' ' || tgrelid::regclass::text from pg_trigger where not tgisinternal
  union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace`;

/** Tables that do not begin with the id of the plugin that makes them. */
export function foreignTables(made: ReadonlyMap<string, readonly string[]>): string[] {
  return [...made].flatMap(([id, tables]) =>
    tables
      .filter((table) => !table.startsWith(`${id.replaceAll('-', '_')}_`))
      .map((table) => `${id} makes the table ${table}`),
  );
}

/** The columns of every table that a plugin made. */
export async function columnsByTable(database: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const table of await tablesOf(database))
    if (!/_migrations(_lock)?$/.test(table)) found.set(table, await columnsOf(database, table));
  return found;
}

async function columnsOf({ dialect, reader }: Database, table: string): Promise<string[]> {
  const rows: { name: string }[] = await reader.raw(
    dialect === 'sqlite'
      ? 'select name from pragma_table_info(?)'
      : `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = ?`,
    [table],
  );
  return rows.map(({ name }) => name);
}
