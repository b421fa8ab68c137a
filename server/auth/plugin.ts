import { auditApi } from '../audit/api.ts';
import { documentsApi } from '../documents/api.ts';
import { definePlugin } from '../host/plugin.ts';
import { Problem } from '../http/problem.ts';
import { mailApi } from '../mail/api.ts';
import { accessChanged, peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { type AuthApi, authApi } from './api.ts';
import { createAttemptGuard } from './attempts.ts';
import { closeAccounts, reopenAccounts } from './commands/closeAccounts.ts';
import { createEntrance } from './entrance.ts';
import { drawSheet } from './jobs/drawSheet.ts';
import { keysOf } from './keys.ts';
import { codeMails } from './mail/codeMail.ts';
import { accounts } from './migrations/20261122_accounts.ts';
import { waysIn } from './migrations/20261123_ways_in.ts';
import { sheets } from './migrations/20261129_sheets.ts';
import { hashPassword } from './password.ts';
import { authPermissions } from './permissions.ts';
import { privacyOfAuth } from './privacy.ts';
import * as problems from './problems.ts';
import { createProvider } from './provider.ts';
import { endSessionsWithAccess } from './reactions/endSessionsWithAccess.ts';
import { accountRoutes, secondFactorRoutes } from './routes/account.ts';
import { codeRoutes, forgottenRoutes } from './routes/codes.ts';
import { deliveryRoutes, lettingInRoutes, lockRoutes } from './routes/lettingIn.ts';
import { providerRoutes } from './routes/provider.ts';
import { sessionRoutes } from './routes/session.ts';
import { viewAsRoutes } from './routes/viewAs.ts';
import { forgetOldSheets, forgetOldSignIns } from './schedules.ts';
import { createSecondFactors } from './secondFactor.ts';
import type { ViewParts } from './sessionView.ts';
import { accountByLogin, insertAccounts, setDisabled, setPasswordHash } from './store/accounts.ts';
import { removeSecondFactor } from './store/secondFactors.ts';
import { endSessionsOf } from './store/sessions.ts';

const api: AuthApi = {
  hashPassword,
  createAccounts: async (scope, list) => {
    for (const { login } of list) {
      if (await accountByLogin(scope.db, login)) throw new Problem(problems.loginTaken, { login });
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
    await removeSecondFactor(scope.db, account.id);
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
  closeAccounts,
  reopenAccounts,
  personIdByLogin: async (db, login) => (await accountByLogin(db, login))?.personId,
};

/** Signing in. What the session view tells of the installation is known only when everything has started. */
export const createAuthModule = (late: Omit<ViewParts, 'people'>) =>
  definePlugin({
    ref: authApi,
    home: new URL('./', import.meta.url),
    requires: [peopleApi, schoolApi, auditApi, mailApi, documentsApi],
    permissions: authPermissions,
    problems: Object.values(problems),
    migrations: [accounts, waysIn, sheets],
    privacy: privacyOfAuth,
    start: (host) => {
      const { config } = late;
      const views: ViewParts = { ...late, people: host.api(peopleApi) };
      const keys = keysOf(config.sessionSecret);
      const attempts = createAttemptGuard(keys, config.signIn);
      const secondFactors = createSecondFactors(keys);
      const entrance = createEntrance({ views, attempts, secondFactors });
      const doors = { config, attempts, secondFactors, entrance };
      const facts = { people: views.people, school: host.api(schoolApi), audit: host.api(auditApi), keys };
      const staff = { ...facts, publicUrl: config.publicUrl };
      const mails = codeMails(keys, config.publicUrl);
      const delivery = {
        ...staff,
        mail: host.api(mailApi),
        mails,
      };
      const drawing = drawSheet({
        ...staff,
        documents: host.api(documentsApi),
        texts: () => late.installation().texts,
      });
      const provider = config.oidc ? createProvider(config.oidc, config.publicUrl) : undefined;
      return {
        api,
        routes: [
          ...sessionRoutes(doors, views),
          ...accountRoutes(doors),
          ...secondFactorRoutes(doors),
          ...codeRoutes({ ...doors, ...facts }),
          ...lettingInRoutes(staff),
          ...lockRoutes(staff),
          ...forgottenRoutes({ ...delivery, attempts }),
          ...deliveryRoutes({ ...delivery, drawing }),
          ...providerRoutes({ config, entrance, provider }),
          ...viewAsRoutes(entrance),
        ],
        jobs: [drawing],
        mails: [mails.invitation, mails.reset],
        reactions: [endSessionsWithAccess],
        schedules: [forgetOldSignIns, forgetOldSheets],
      };
    },
  });
