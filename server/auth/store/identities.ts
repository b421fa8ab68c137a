import type { Knex } from 'knex';

/** Who somebody is at a provider of accounts. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

export async function accountIdByIdentity(db: Knex, { issuer, subject }: Identity): Promise<string | undefined> {
  const row: { accountId: string } | undefined = await db('auth_identity')
    .where({ issuer, subject })
    .first('accountId');
  return row?.accountId;
}

export const identityOf = (db: Knex, accountId: string, issuer: string): Promise<{ id: string } | undefined> =>
  db('auth_identity').where({ accountId, issuer }).first('id');

export const insertIdentity = (
  db: Knex,
  row: Identity & { readonly id: string; readonly accountId: string; readonly linkedAt: Date },
): Promise<unknown> => db('auth_identity').insert(row);

export const removeIdentity = (db: Knex, accountId: string, issuer: string): Promise<number> =>
  db('auth_identity').where({ accountId, issuer }).delete();
