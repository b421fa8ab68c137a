import type { ReadScope } from '../../host/scope.ts';
import type { Account, SessionControl } from '../../host/session.ts';
import { Problem } from '../../http/problem.ts';
import { notFound, signInNeeded, stepUpNeeded } from '../../http/problems.ts';
import { refusing } from '../../http/refusing.ts';
import type { Entrance } from '../entrance.ts';
import {
  providerAccountTaken,
  providerRefused,
  providerUnavailable,
  providerUnknown,
  signInFailed,
} from '../problems.ts';
import { type Provider, ProviderError, type Vouched } from '../provider.ts';
import type { ProviderOutcome } from '../schemas.ts';
import { accountById, accountByLogin, accountOfPerson } from '../store/accounts.ts';
import { accountIdByIdentity, identityOf, insertIdentity } from '../store/identities.ts';

export interface ProviderParts {
  readonly provider: Provider | undefined;
  readonly entrance: Entrance;
}

const given = (provider: Provider | undefined): Provider => {
  if (!provider) throw new Problem(notFound);
  return provider;
};

async function asked<T>(provider: Provider, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (reason) {
    if (!(reason instanceof ProviderError)) throw reason;
    const { label } = provider.config;
    throw new Problem(reason.why === 'unavailable' ? providerUnavailable : providerRefused, { label });
  }
}

/** Where the browser is to go; what it must bring back is kept in its session. */
export async function departToProvider(
  parts: ProviderParts,
  session: SessionControl,
  purpose: 'sign-in' | 'link',
  hasJustProven: boolean,
): Promise<{ url: string }> {
  const provider = given(parts.provider);
  if (purpose === 'link' && session.actor.kind !== 'person') throw new Problem(signInNeeded);
  if (purpose === 'link' && !hasJustProven) throw new Problem(stepUpNeeded);
  const { url, ...departure } = await asked(provider, provider.depart());
  await session.setHalfway({ kind: 'provider', purpose, ...departure });
  return { url };
}

/** The browser came back: signs in, or links the provider's account to the own one. */
export async function arriveFromProvider(
  parts: ProviderParts,
  session: SessionControl,
  query: string,
): Promise<ProviderOutcome> {
  const provider = given(parts.provider);
  const { halfway, actor } = session;
  if (halfway?.kind !== 'provider') throw new Problem(providerRefused, { label: provider.config.label });
  await session.setHalfway(undefined);
  const vouched = await asked(provider, provider.arrive(halfway, query));
  if (halfway.purpose === 'link') {
    if (actor.kind !== 'person') throw new Problem(signInNeeded);
    await link(session, provider, vouched);
    return { session: await parts.entrance.viewFor(session, actor), linked: true };
  }
  const account = await session.inRead(actor, (scope) => accountFor(scope, provider, vouched));
  if (!account) throw new Problem(providerUnknown, { label: provider.config.label });
  if (account.isDisabled) throw new Problem(signInFailed);
  const isTrusted = provider.config.secondFactor === 'trusted';
  return { session: await parts.entrance.letIn(session, account, isTrusted), linked: false };
}

/** The linked account, or the one whose login is the provider's verified e-mail, where that is configured. */
async function accountFor({ db }: ReadScope, { config }: Provider, vouched: Vouched) {
  const id = await accountIdByIdentity(db, vouched);
  if (id) return accountById(db, id);
  const byEmail = config.link === 'verified-email' && vouched.verifiedEmail;
  return byEmail ? accountByLogin(db, byEmail) : undefined;
}

async function link(session: SessionControl, { config }: Provider, { issuer, subject }: Vouched): Promise<void> {
  await session.inWrite(session.actor, async ({ db, now, newId, actor }) => {
    const own: Account | undefined = await accountOfPerson(db, actor.personId);
    if (!own) throw new Problem(signInNeeded);
    const taken = new Problem(providerAccountTaken, { label: config.label });
    const holder = await accountIdByIdentity(db, { issuer, subject });
    if (holder === own.id) return;
    if (holder || (await identityOf(db, own.id, issuer))) throw taken;
    await refusing(insertIdentity(db, { id: newId(), accountId: own.id, issuer, subject, linkedAt: now }), [
      { guard: 'auth_identity.issuer', problem: providerAccountTaken, extra: { label: config.label } },
      { guard: 'auth_identity_subject_unique', problem: providerAccountTaken, extra: { label: config.label } },
      { guard: 'auth_identity.account_id', problem: providerAccountTaken, extra: { label: config.label } },
    ]);
  });
}
