import type { Knex } from 'knex';

/** Any number that no other advisory lock of the product uses. */
const lockSpace = 7_110_002;
/** Bounds how many locks one transaction may hold, however many streams it writes to. */
const lanes = 256;

const isPostgres = (db: Knex): boolean => db.client.config.client === 'pg';

/**
 * Makes transactions that write to the same stream take turns from here to their commit, so that the
 * positions of their deliveries follow the order of their commits. In ascending order: no deadlock among
 * themselves. SQLite has one writer anyway.
 */
export async function lockStreams(trx: Knex.Transaction, streams: readonly string[]): Promise<void> {
  if (streams.length === 0 || !isPostgres(trx)) return;
  await trx.raw(
    `select pg_advisory_xact_lock(?::integer, lane) from (
       select distinct abs(hashtext(stream) % ?::integer) as lane from unnest(?::text[]) as stream order by lane
     ) as needed`,
    [lockSpace, lanes, [...streams]],
  );
}
