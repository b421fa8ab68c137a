import type { Knex } from 'knex';

/** A secret address that somebody made; only the hash of its secret is kept. */
export interface StoredFeed {
  readonly id: string;
  readonly ownerId: string;
  readonly aboutId: string;
  readonly tokenHash: string;
  readonly madeAt: Date;
  readonly revokedAt: Date | null;
}

const columns = ['id', 'ownerId', 'aboutId', 'tokenHash', 'madeAt', 'revokedAt'] as const;

export const insertFeed = (db: Knex, feed: StoredFeed): Promise<unknown> => db('timetable_feed').insert(feed);

/** Feeds of a person that still work, last made first. */
export const feedsOf = (db: Knex, ownerId: string): Promise<readonly StoredFeed[]> =>
  db('timetable_feed')
    .where({ ownerId })
    .whereNull('revokedAt')
    .orderBy([{ column: 'madeAt', order: 'desc' }, { column: 'id' }])
    .select(...columns);

export const feedByHash = (db: Knex, tokenHash: string): Promise<StoredFeed | undefined> =>
  db('timetable_feed')
    .where({ tokenHash })
    .whereNull('revokedAt')
    .first(...columns);

/** How many feeds were revoked: 0 when there is no such feed of this person that works. */
export const revokeFeedRow = (db: Knex, id: string, ownerId: string, now: Date): Promise<number> =>
  db('timetable_feed').where({ id, ownerId }).whereNull('revokedAt').update({ revokedAt: now });
