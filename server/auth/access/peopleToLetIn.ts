import { scopesOf } from '../../access/actor.ts';
import { mayActInPlaceOf } from '../../access/inPlaceOf.ts';
import type { Permission } from '../../access/permission.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { readIds } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { notForYou } from '../problems.ts';

/** Those of the people to whom the actor may give a way in. Never the actor: who is in changes the own password. */
export async function mayLetInAmong(
  scope: ReadScope,
  school: SchoolApi,
  permission: Permission,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const within = school.personIdsWithin(scope, scopesOf(scope.actor, permission));
  const reached = await readIds(
    scope.db.from(within.as('within')).whereIn('within.id', personIds).distinct({ id: 'within.id' }),
  );
  const staff = await school.staffRolesAmong(scope, reached);
  const giver = scope.actor.grants.filter(({ role }) => permission.roles.includes(role));
  return new Set(reached.filter((id) => id !== scope.actor.personId && mayActInPlaceOf(giver, staff.get(id) ?? [])));
}

/** @throws Problem 404 for whom the actor does not see, 403 for whom they may not let in. */
export async function mustLetIn(
  scope: ReadScope,
  school: SchoolApi,
  permission: Permission,
  personIds: readonly string[],
): Promise<void> {
  const allowed = await mayLetInAmong(scope, school, permission, personIds);
  const refused = personIds.find((id) => !allowed.has(id));
  if (refused === undefined) return;
  await school.personAs(scope, permission, refused);
  throw new Problem(notForYou, { id: refused });
}
