import type { Knex } from 'knex';
import { apiRef } from '../host/plugin.ts';
import type { WriteScope } from '../host/scope.ts';

export interface NewAccount {
  readonly personId: string;
  readonly login: string;
  /** Made by `hashPassword` before the transaction: nothing slow happens inside of one. */
  readonly passwordHash: string;
}

export interface AuthApi {
  hashPassword(password: string): Promise<string>;
  createAccounts(scope: WriteScope, accounts: readonly NewAccount[]): Promise<void>;
  /** For whoever has the server: sets a new password, takes a second factor away and ends the person's sessions. False when the login is unknown. */
  resetPassword(scope: WriteScope, login: string, passwordHash: string): Promise<boolean>;
  /** Locks the account out, or lets it in again; ends its sessions. False when the login is unknown. */
  setDisabled(scope: WriteScope, login: string, isDisabled: boolean): Promise<boolean>;
  /** Locks the open accounts of these people and ends their sessions. Returns whose were open. */
  closeAccounts(scope: WriteScope, personIds: readonly string[]): Promise<readonly string[]>;
  /** Lets these people in again. */
  reopenAccounts(scope: WriteScope, personIds: readonly string[]): Promise<void>;
  personIdByLogin(db: Knex, login: string): Promise<string | undefined>;
}

export const authApi = apiRef<AuthApi>('auth');
