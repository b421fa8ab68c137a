import { mayActInPlaceOf } from '../../access/inPlaceOf.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { stepUpNeeded } from '../../http/problems.ts';
import type { PeopleReach } from '../api.ts';
import { wayInNotYours } from '../problems.ts';

/**
 * Refuses to touch the way in of whoever holds a role that reaches as far as the actor's own. Everybody may their own, with
 * a password or code given recently: whoever finds a device open must not take the account with them.
 */
export async function mustActInPlaceOf(
  scope: ReadScope,
  reach: Pick<PeopleReach, 'staffRolesAmong'>,
  personId: string,
): Promise<void> {
  const { actor } = scope;
  if (personId === actor.personId) {
    if (actor.proof && !actor.proof.isRecent) throw new Problem(stepUpNeeded);
    return;
  }
  const roles = await reach.staffRolesAmong(scope, [personId]);
  if (!mayActInPlaceOf(actor.grants, roles.get(personId) ?? [])) throw new Problem(wayInNotYours);
}
