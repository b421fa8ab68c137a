import { mayActInPlaceOf } from '../../access/inPlaceOf.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { PeopleReach } from '../api.ts';
import { wayInNotYours } from '../problems.ts';

/** Refuses to touch the way in of whoever holds a role that reaches as far as the actor's own; everybody may their own. */
export async function mustActInPlaceOf(
  scope: ReadScope,
  reach: Pick<PeopleReach, 'staffRolesAmong'>,
  personId: string,
): Promise<void> {
  if (personId === scope.actor.personId) return;
  const roles = await reach.staffRolesAmong(scope, [personId]);
  if (!mayActInPlaceOf(scope.actor.grants, roles.get(personId) ?? [])) throw new Problem(wayInNotYours);
}
