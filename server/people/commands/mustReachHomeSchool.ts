import { type Actor, scopesOf } from '../../access/actor.ts';
import type { Permission } from '../../access/permission.ts';
import { Problem } from '../../http/problem.ts';
import { outsideOfHomeSchool } from '../problems.ts';

/** Does this permission reach everything, or this home school? */
export const reachesHomeSchool = (actor: Actor, permission: Permission, homeSchoolId: string): boolean =>
  scopesOf(actor, permission).some(
    (scope) => scope.kind === 'everything' || (scope.kind === 'home-school' && scope.id === homeSchoolId),
  );

/** Refuses to put a student into a home school that the actor does not answer for. */
export function mustReachHomeSchool(actor: Actor, permission: Permission, homeSchoolId: string): void {
  if (!reachesHomeSchool(actor, permission, homeSchoolId))
    throw new Problem(outsideOfHomeSchool, { homeSchoolId, needs: permission.id });
}
