import type { ReadScope } from '../../host/scope.ts';
import { readIds } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { zoneOfMost } from '../domain/planned.ts';

/** By whose clocks the school's days begin: those of most of its groups; the reader's where there are none. */
export async function zoneOfSchool(scope: ReadScope, school: SchoolApi): Promise<string> {
  const ids = await readIds(school.groupIdsWithin(scope, [{ kind: 'everything' }]));
  const groups = await school.groupsByIds(scope.db, ids);
  return zoneOfMost(groups.filter(({ isActive }) => isActive).map(({ zone }) => zone)) ?? scope.actor.zone;
}
