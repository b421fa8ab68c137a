import type { Knex } from 'knex';

export interface AccountRow {
  readonly id: string;
  readonly personId: string;
  readonly login: string;
  readonly passwordHash: string;
  readonly isDisabled: boolean;
}

const columns = ['id', 'personId', 'login', 'passwordHash', 'isDisabled'] as const;

export const accountByLogin = (db: Knex, login: string): Promise<AccountRow | undefined> =>
  db('auth_account')
    .where({ login: login.trim().toLowerCase() })
    .first(...columns);

export const accountOfPerson = (db: Knex, personId: string): Promise<AccountRow | undefined> =>
  db('auth_account')
    .where({ personId })
    .first(...columns);

export const insertAccounts = (
  db: Knex,
  accounts: readonly Omit<AccountRow, 'isDisabled'>[],
  now: Date,
): Promise<unknown> =>
  db.batchInsert(
    'auth_account',
    accounts.map((account) => ({ ...account, login: account.login.trim().toLowerCase(), createdAt: now })),
    100,
  );

export const setPasswordHash = (db: Knex, id: string, passwordHash: string): Promise<number> =>
  db('auth_account').where({ id }).update({ passwordHash }).increment('revision', 1);

export const setDisabled = (db: Knex, id: string, isDisabled: boolean): Promise<number> =>
  db('auth_account').where({ id }).update({ isDisabled }).increment('revision', 1);

export const endSessionsOf = (db: Knex, accountId: string): Promise<number> =>
  db('auth_session').where({ accountId }).delete();
