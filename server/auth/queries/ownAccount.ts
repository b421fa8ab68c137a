import type { Config } from '../../config.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { notFound } from '../../http/problems.ts';
import type { OwnAccount, SessionList } from '../schemas.ts';
import { accountOfPerson } from '../store/accounts.ts';
import { identityOf } from '../store/identities.ts';
import { recoveryCodesLeft, secondFactorOf } from '../store/secondFactors.ts';
import { sessionsOf } from '../store/sessions.ts';

/** Whether one of the person's roles needs a second factor. */
export const needsSecondFactor = ({ actor }: Pick<ReadScope, 'actor'>, { signIn }: Config): boolean =>
  actor.heldBack === 'second-factor' || actor.grants.some(({ role }) => signIn.secondFactorRoles.includes(role));

/** The own account, as its owner sees it. */
export async function ownAccount(scope: ReadScope, config: Config): Promise<OwnAccount> {
  const { db, actor } = scope;
  const account = await accountOfPerson(db, actor.personId);
  if (!account) throw new Problem(notFound);
  const factor = await secondFactorOf(db, account.id);
  const identity = config.oidc ? await identityOf(db, account.id, config.oidc.issuer) : undefined;
  return {
    login: account.login,
    secondFactor: {
      isOn: Boolean(factor?.confirmedAt),
      isRequired: needsSecondFactor(scope, config),
      recoveryCodesLeft: await recoveryCodesLeft(db, account.id),
    },
    provider: config.oidc ? { label: config.oidc.label, isLinked: identity !== undefined } : null,
  };
}

/** Where the own account is signed in: device and times, neither address nor more. */
export async function ownSessions({ db, actor, now }: ReadScope): Promise<SessionList> {
  const account = await accountOfPerson(db, actor.personId);
  const rows = account ? await sessionsOf(db, account.id, now) : [];
  return {
    items: rows.map(({ id, dataJson, createdAt, lastSeenAt }) => ({
      id,
      device: dataJson.device ?? { browser: 'other', system: 'other' },
      signedInAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isThis: id === actor.sessionId,
    })),
  };
}
