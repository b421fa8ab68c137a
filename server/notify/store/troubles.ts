import type { Knex } from 'knex';

export type TroubledChannel = 'mail' | 'push';

/** A way to reach somebody that failed, until it is solved. */
export interface Trouble {
  readonly id: string;
  readonly personId: string;
  readonly channel: TroubledChannel;
  /** Code of the refusal: `5.1.1`, `550`, `gone`. */
  readonly reason: string;
  readonly sinceAt: Date;
  readonly lastAt: Date;
  /** Of the address to which mail failed. */
  readonly addressHash: string | null;
}

const columns = ['id', 'personId', 'channel', 'reason', 'sinceAt', 'lastAt', 'addressHash'] as const;

/** Notes a failure. Returns whether it is new. */
export async function noteTrouble(
  trx: Knex.Transaction,
  { id, personId, channel, reason, lastAt, addressHash }: Omit<Trouble, 'sinceAt'>,
): Promise<boolean> {
  const again = await trx('notify_trouble')
    .where({ personId, channel, solvedAt: null, addressHash })
    .update({ reason, lastAt });
  if (again > 0) return false;
  const row = { reason, sinceAt: lastAt, lastAt, addressHash, solvedAt: null };
  await trx('notify_trouble')
    .insert({ id, personId, channel, ...row })
    .onConflict(['personId', 'channel'])
    .merge(row);
  return true;
}

/** What is not solved of one channel, of these people. */
export const troublesOf = (db: Knex, channel: TroubledChannel, personIds: readonly string[]): Promise<Trouble[]> =>
  db('notify_trouble')
    .where({ channel, solvedAt: null })
    .whereIn('personId', [...personIds])
    .select(...columns);

/** What is not solved, of the people of a subquery, newest first. */
export const openTroubles = (db: Knex, personIds: Knex.QueryBuilder, limit: number): Promise<Trouble[]> =>
  db('notify_trouble')
    .where({ solvedAt: null })
    .whereIn('personId', personIds)
    .orderBy([
      { column: 'lastAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select(...columns);

export const troubleById = (db: Knex, id: string): Promise<Trouble | undefined> =>
  db('notify_trouble')
    .where({ id, solvedAt: null })
    .first(...columns);

/** The channel works again, or somebody has another address. */
export const solveTrouble = (
  trx: Knex.Transaction,
  personId: string,
  channel: TroubledChannel,
  solvedAt: Date,
): Promise<number> => trx('notify_trouble').where({ personId, channel, solvedAt: null }).update({ solvedAt });
