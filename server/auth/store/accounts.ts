import type { Knex } from 'knex';

export interface AccountRow {
  readonly id: string;
  readonly personId: string;
  readonly login: string;
  readonly passwordHash: string;
  readonly isDisabled: boolean;
}

/** Logins differ by more than capitals and the ways to compose a letter. */
export const normalLogin = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const columns = ['id', 'personId', 'login', 'passwordHash', 'isDisabled'] as const;

export const accountByLogin = (db: Knex, login: string): Promise<AccountRow | undefined> =>
  db('auth_account')
    .where({ login: normalLogin(login) })
    .first(...columns);

export const accountById = (db: Knex, id: string): Promise<AccountRow | undefined> =>
  db('auth_account')
    .where({ id })
    .first(...columns);

export const accountOfPerson = (db: Knex, personId: string): Promise<AccountRow | undefined> =>
  db('auth_account')
    .where({ personId })
    .first(...columns);

export const accountsOfPeople = (db: Knex, personIds: readonly string[]): Promise<AccountRow[]> =>
  db('auth_account')
    .whereIn('personId', personIds)
    .select(...columns);

/** Logins that begin so; for a suggestion that is free. */
export async function loginsLike(db: Knex, prefix: string): Promise<string[]> {
  const rows: { login: string }[] = await db('auth_account').where('login', 'like', `${prefix}%`).select('login');
  return rows.map(({ login }) => login);
}

export const insertAccounts = (
  db: Knex,
  accounts: readonly Omit<AccountRow, 'isDisabled'>[],
  now: Date,
): Promise<unknown> =>
  db.batchInsert(
    'auth_account',
    accounts.map((account) => ({ ...account, login: normalLogin(account.login), createdAt: now })),
    100,
  );

export const setPasswordHash = (db: Knex, id: string, passwordHash: string): Promise<number> =>
  db('auth_account').where({ id }).update({ passwordHash }).increment('revision', 1);

export const setLogin = (db: Knex, id: string, login: string): Promise<number> =>
  db('auth_account')
    .where({ id })
    .update({ login: normalLogin(login) })
    .increment('revision', 1);

export const setDisabled = (db: Knex, id: string, isDisabled: boolean): Promise<number> =>
  db('auth_account').where({ id }).update({ isDisabled }).increment('revision', 1);
