import { definePlugin } from '../host/plugin.ts';
import { Problem } from '../http/problem.ts';
import { accessChanged, peopleApi } from '../people/api.ts';
import { type AuthApi, authApi } from './api.ts';
import { accounts } from './migrations/20261122_accounts.ts';
import { hashPassword } from './password.ts';
import { loginTaken, signInFailed, wrongPassword } from './problems.ts';
import { passwordRoute } from './routes/password.ts';
import { sessionRoutes } from './routes/session.ts';
import type { ViewParts } from './sessionView.ts';
import { accountByLogin, endSessionsOf, insertAccounts, setDisabled, setPasswordHash } from './store/accounts.ts';

const api: AuthApi = {
  hashPassword,
  createAccounts: async (scope, list) => {
    for (const { login } of list) {
      if (await accountByLogin(scope.db, login)) throw new Problem(loginTaken, { login });
    }
    await insertAccounts(
      scope.db,
      list.map((account) => ({ ...account, id: scope.newId() })),
      scope.now,
    );
  },
  resetPassword: async (scope, login, passwordHash) => {
    const account = await accountByLogin(scope.db, login);
    if (!account) return false;
    await setPasswordHash(scope.db, account.id, passwordHash);
    await endSessionsOf(scope.db, account.id);
    scope.emit(accessChanged, { personId: account.personId });
    return true;
  },
  setDisabled: async (scope, login, isDisabled) => {
    const account = await accountByLogin(scope.db, login);
    if (!account) return false;
    await setDisabled(scope.db, account.id, isDisabled);
    await endSessionsOf(scope.db, account.id);
    scope.emit(accessChanged, { personId: account.personId });
    return true;
  },
  personIdByLogin: async (db, login) => (await accountByLogin(db, login))?.personId,
};

/** Signing in. What the session view tells of the installation is known only when everything has started. */
export const createAuthModule = (late: Omit<ViewParts, 'people'>) =>
  definePlugin({
    ref: authApi,
    home: new URL('./', import.meta.url),
    requires: [peopleApi],
    problems: [signInFailed, wrongPassword, loginTaken],
    migrations: [accounts],
    start: (host) => ({
      api,
      routes: [...sessionRoutes({ ...late, people: host.api(peopleApi) }), passwordRoute],
    }),
  });
