import type { Knex } from 'knex';

export interface LinkRow {
  readonly id: string;
  /** Id of its kind: `<plugin>.<name>`. */
  readonly kind: string;
  readonly personId: string;
  readonly subject: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly choice: string | null;
  readonly revokedAt: Date | null;
}

const columns = ['id', 'kind', 'personId', 'subject', 'expiresAt', 'usedAt', 'choice', 'revokedAt'] as const;

type NewRow = Pick<LinkRow, 'id' | 'kind' | 'personId' | 'subject' | 'expiresAt'> & {
  readonly tokenHash: string;
  readonly madeAt: Date;
};

export const insertLink = (db: Knex, row: NewRow): Promise<unknown> => db('links_link').insert(row);

export const linkById = (db: Knex, id: string): Promise<LinkRow | undefined> =>
  db('links_link')
    .where({ id })
    .first(...columns);

export const linkByHash = (db: Knex, tokenHash: string): Promise<LinkRow | undefined> =>
  db('links_link')
    .where({ tokenHash })
    .first(...columns);

/** The same, kept from others until the commit. */
export const lockLinkByHash = (db: Knex, tokenHash: string): Promise<LinkRow | undefined> =>
  db('links_link')
    .where({ tokenHash })
    .forUpdate()
    .first(...columns);

export const markUsed = (db: Knex, id: string, choice: string, usedAt: Date): Promise<number> =>
  db('links_link').where({ id, usedAt: null, revokedAt: null }).update({ usedAt, choice });

export const revokeLinks = (db: Knex, kind: string, subject: string, revokedAt: Date): Promise<number> =>
  db('links_link').where({ kind, subject, usedAt: null, revokedAt: null }).update({ revokedAt });
