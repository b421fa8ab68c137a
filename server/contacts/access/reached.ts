import { scopesOf } from '../../access/actor.ts';
import type { Permission } from '../../access/permission.ts';
import type { ReadScope } from '../../host/scope.ts';
import { readIds } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';

/** Those of the people whom a permission of the actor reaches. */
export async function reachedAmong(
  scope: ReadScope,
  school: SchoolApi,
  permission: Permission,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const within = school.personIdsWithin(scope, scopesOf(scope.actor, permission));
  const found = await readIds(scope.db.from(within.as('within')).whereIn('within.id', personIds).select('within.id'));
  return new Set(found);
}

/** Those of the groups whom a permission of the actor reaches. */
export async function groupsReachedAmong(
  scope: ReadScope,
  school: SchoolApi,
  permission: Permission,
  groupIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const within = school.groupIdsWithin(scope, scopesOf(scope.actor, permission));
  const found = await readIds(scope.db.from(within.as('within')).whereIn('within.id', groupIds).select('within.id'));
  return new Set(found);
}
