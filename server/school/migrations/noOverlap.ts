import type { Knex } from 'knex';
import type { Dialect } from '../../host/scope.ts';

/** Rows of one table whose spans may not overlap. */
export interface NoOverlap {
  readonly name: string;
  readonly table: string;
  /** Only rows that are equal in these columns get in each other's way. */
  readonly same: readonly string[];
  /** `days`: local dates, both inclusive, an absent end is open. `minutes`: minutes of a day, the end is excluded. */
  readonly kind: 'days' | 'minutes';
  /** Builds the SQL of start and end from a row's prefix (`new.`, `old_row.` or nothing). */
  span(prefix: string): readonly [start: string, end: string];
}

const endless = "'9999-12-31'";

/** The span of a row with a first and a last day. */
export const daysOf =
  (from: string, until: string) =>
  (prefix: string): readonly [string, string] => [`${prefix}${from}`, `coalesce(${prefix}${until}, ${endless})`];

/** The range type of local dates: ISO dates sort as text, and a cast to `date` may not be indexed. */
export async function createDayRange(db: Knex, dialect: Dialect): Promise<void> {
  if (dialect !== 'postgres') return;
  await db.raw('create extension if not exists btree_gist');
  await db.raw('create type school_days as range (subtype = text, collation = "C")');
}

export async function dropDayRange(db: Knex, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') await db.raw('drop type school_days');
}

/** Refuses overlapping rows: an exclusion constraint on PostgreSQL, triggers on SQLite, of the same name. */
export async function refuseOverlap(db: Knex, dialect: Dialect, rule: NoOverlap): Promise<void> {
  if (dialect === 'postgres') await excludeOverlap(db, rule);
  else for (const moment of ['insert', 'update']) await triggerOverlap(db, rule, moment);
}

async function excludeOverlap(db: Knex, { name, table, same, kind, span }: NoOverlap): Promise<void> {
  const [start, end] = span('');
  const range = kind === 'days' ? `school_days(${start}, ${end}, '[]')` : `int4range(${start}, ${end}, '[)')`;
  const parts = [...same.map((column) => `${column} with =`), `${range} with &&`];
  await db.raw(`alter table ${table} add constraint ${name} exclude using gist (${parts.join(', ')})`);
}

async function triggerOverlap(db: Knex, { name, table, same, kind, span }: NoOverlap, moment: string): Promise<void> {
  const [start, end] = span('new.');
  const [otherStart, otherEnd] = span('other.');
  const before = kind === 'days' ? '<=' : '<';
  const conditions = [
    ...same.map((column) => `other.${column} = new.${column}`),
    `${otherStart} ${before} ${end}`,
    `${start} ${before} ${otherEnd}`,
    ...(moment === 'update' ? ['other.rowid <> new.rowid'] : []),
  ];
  await db.raw(`create trigger ${name}_${moment} before ${moment} on ${table}
    when exists (select 1 from ${table} as other where ${conditions.join(' and ')})
    begin select raise(abort, '${name}'); end`);
}
