import type { Config } from '../../config.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { signInNeeded } from '../../http/problems.ts';
import { accountOfPerson } from '../store/accounts.ts';
import { removeIdentity } from '../store/identities.ts';

/** Takes away the actor's own link to the provider of accounts; taking what is not there changes nothing. */
export async function unlinkProvider(scope: WriteScope, { oidc }: Pick<Config, 'oidc'>): Promise<void> {
  const account = await accountOfPerson(scope.db, scope.actor.personId);
  if (!account) throw new Problem(signInNeeded);
  if (oidc) await removeIdentity(scope.db, account.id, oidc.issuer);
}
