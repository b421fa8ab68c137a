import type { Knex } from 'knex';

interface CountedRow {
  readonly failures: number;
  readonly sinceAt: Date;
  readonly succeededAt: Date | null;
}

/** Counts one more failure of a key, in a window that begins anew when it is over. Two at once both count. */
export async function countFailure(db: Knex, key: string, now: Date, windowMs: number): Promise<CountedRow> {
  const oldest = new Date(now.getTime() - windowMs);
  const isOver = 'auth_attempt.since_at <= ?';
  const rows: CountedRow[] = await db('auth_attempt')
    .insert({ key, failures: 1, sinceAt: now })
    .onConflict('key')
    .merge({
      failures: db.raw(`case when ${isOver} then 1 else auth_attempt.failures + 1 end`, [oldest]),
      sinceAt: db.raw(`case when ${isOver} then ? else auth_attempt.since_at end`, [oldest, now]),
    })
    .returning(['failures', 'sinceAt', 'succeededAt']);
  return rows[0] ?? { failures: 1, sinceAt: now, succeededAt: null };
}

/** What was counted as a failure before it was known to be none. */
export const uncountFailure = (db: Knex, keys: readonly string[]): Promise<number> =>
  db('auth_attempt').whereIn('key', keys).where('failures', '>', 0).decrement('failures', 1);

export const noteSuccess = (db: Knex, key: string, now: Date): Promise<number> =>
  db('auth_attempt').where({ key }).update({ failures: 0, succeededAt: now });

export const forgetAttempts = (db: Knex, before: Date, knownBefore: Date): Promise<number> =>
  db('auth_attempt')
    .where('sinceAt', '<', before)
    .where((known) => known.whereNull('succeededAt').orWhere('succeededAt', '<', knownBefore))
    .delete();
