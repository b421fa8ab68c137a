import type { Knex } from 'knex';
import { Laid, type Many } from './laid.ts';
import { snakeCase } from './naming.ts';

/** A row by its names in code. */
type ManyRow = Readonly<Record<string, unknown>>;

/** What to do with rows that are there already: keep them, or take over these members of the new ones. */
export interface OnConflict {
  /** The members that make a row the same; left out: any unique ones (with `ignore` only). */
  readonly on?: readonly string[];
  readonly take: readonly string[] | 'ignore';
}

/** Keeps a parameter to some megabytes. */
const rowsAtOnce = 5000;

const isPostgres = (db: Knex): boolean => db.client.config.client === 'pg';

/** PostgreSQL reads an instant from its ISO form, SQLite keeps milliseconds. */
const wireOf = (db: Knex, rows: readonly ManyRow[]): string =>
  isPostgres(db)
    ? JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : value))
    : JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)]))));

const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);

/** A column by its name in code. */
export const quoted = (name: string): string => `"${snakeCase(name)}"`;

/** A table of the rows that were bound as JSON, and how a member of it is read. */
function source(db: Knex, table: string): { readonly from: string; member(name: string): string } {
  return isPostgres(db)
    ? {
        from: `(select (each).* from (select json_populate_recordset(null::${table}, ?::json) as each) as all_rows) as j`,
        member: (name) => `j.${quoted(name)}`,
      }
    : { from: 'json_each(?) as j', member: (name) => `j.value->>'$.${snakeCase(name)}'` };
}

const inSnakeCase = (rows: readonly ManyRow[], members: readonly string[]): ManyRow[] =>
  rows.map((row) => Object.fromEntries(members.map((name) => [snakeCase(name), row[name] ?? null])));

function* parts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce);
}

/**
 * Adds many rows with a few statements: they travel as one JSON parameter, so that the database, not this
 * process, takes them apart. Every row has the members of the first. Nested values are not supported.
 */
export async function insertMany(db: Knex, table: string, rows: Many, conflict?: OnConflict): Promise<void> {
  if (rows instanceof Laid) return insertLaid(db, table, rows, conflict);
  const members = Object.keys(rows[0] ?? {});
  const { from, member } = source(db, table);
  const columns = members.map(quoted).join(', ');
  const sql = `insert into ${table} (${columns}) select ${members.map(member).join(', ')} from ${from} where true${conflictSql(conflict)}`;
  for (const part of parts(asRows(rows))) await db.raw(sql, [wireOf(db, inSnakeCase(part, members))]);
}

async function insertLaid(db: Knex, table: string, { from, members }: Laid, conflict?: OnConflict): Promise<void> {
  const columns = members.map(quoted).join(', ');
  await db.raw(`insert into ${table} (${columns}) select ${columns} from ${from} where true${conflictSql(conflict)}`);
}

/** Rows are plain objects; interfaces merely do not say so. */
const asRows = (rows: readonly object[]): readonly ManyRow[] => rows as readonly ManyRow[];

function conflictSql(conflict: OnConflict | undefined): string {
  if (!conflict) return '';
  const target = conflict.on ? ` (${conflict.on.map(quoted).join(', ')})` : '';
  if (conflict.take === 'ignore') return ` on conflict${target} do nothing`;
  return ` on conflict${target} do update set ${conflict.take.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(', ')}`;
}

/**
 * Changes many rows, found by `id` unless told, with a few statements. Rows may name different members; `counting` raises
 * the revision of each as well.
 */
export async function updateMany(
  db: Knex,
  table: string,
  rows: readonly object[],
  { counting = false, by = ['id'] }: { readonly counting?: boolean; readonly by?: readonly string[] } = {},
): Promise<void> {
  for (const [members, same] of bySameMembers(asRows(rows), by)) {
    if (members.length === 0 && !counting) continue;
    const { from, member } = source(db, table);
    const sets = members.map((name) => `${quoted(name)} = ${member(name)}`);
    if (counting) sets.push(`revision = ${table}.revision + 1`);
    const found = by.map((name) => `${table}.${quoted(name)} = ${member(name)}`).join(' and ');
    const sql = `update ${table} set ${sets.join(', ')} from ${from} where ${found}`;
    for (const part of parts(same)) await db.raw(sql, [wireOf(db, inSnakeCase(part, [...by, ...members]))]);
  }
}

function bySameMembers(rows: readonly ManyRow[], by: readonly string[]): [string[], ManyRow[]][] {
  const groups = new Map<string, [string[], ManyRow[]]>();
  for (const row of rows) {
    const members = Object.keys(row).filter((name) => !by.includes(name) && row[name] !== undefined);
    const key = members.toSorted().join(' ');
    const group = groups.get(key);
    if (group) group[1].push(row);
    else groups.set(key, [members, [row]]);
  }
  return [...groups.values()];
}

/** Deletes the rows that are equal to one of these in all members named. Returns nothing; what is not there is no fault. */
export async function deleteMany(db: Knex, table: string, rows: readonly object[]): Promise<void> {
  const members = Object.keys(rows[0] ?? {});
  const { from, member } = source(db, table);
  // Not row by row of the table through all that was bound: the list is made once.
  const sql = `delete from ${table} where (${members.map(quoted).join(', ')}) in (select ${members.map(member).join(', ')} from ${from})`;
  for (const part of parts(asRows(rows))) await db.raw(sql, [wireOf(db, inSnakeCase(part, members))]);
}

/** A subquery of many ids for `whereIn`: one parameter, however many they are. */
export const idList = (db: Knex, ids: readonly string[]): Knex.QueryBuilder => idListOf(db, JSON.stringify(ids));

/** Texts, not ids. */
export const textListOf = (db: Knex, json: Knex.RawBinding): Knex.QueryBuilder =>
  isPostgres(db)
    ? db.from(db.raw('json_array_elements_text(?::json) as listed(value)', [json])).select('value')
    : idListOf(db, json);

/** The same of ids that are JSON already, or will be: the value of a `prepared` query. */
export const idListOf = (db: Knex, json: Knex.RawBinding): Knex.QueryBuilder =>
  isPostgres(db)
    ? db.from(db.raw('json_array_elements_text(?::json) as listed(value)', [json])).select(db.raw('value::uuid'))
    : db.from(db.raw('json_each(?) as listed', [json])).select('value');
