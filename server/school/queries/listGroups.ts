import type { ReadScope } from '../../host/scope.ts';
import { scopesFor } from '../access/reach.ts';
import { groupIdsWithin } from '../access/within.ts';
import { readSchool } from '../permissions.ts';
import type { GroupBrief } from '../schemas/school.ts';
import { groupsWithin, studentCounts } from '../store/groups.ts';
import { tutorsOf } from '../store/membership.ts';

/** The groups that the actor reaches, by grade and name. */
export async function listGroups(scope: ReadScope, isActive: boolean): Promise<GroupBrief[]> {
  const within = groupIdsWithin(scope, scopesFor(scope.actor, readSchool));
  const groups = (await groupsWithin(scope.db, within)).filter((group) => group.isActive === isActive);
  const ids = groups.map((group) => group.id);
  const counts = await studentCounts(scope, ids);
  const tutors = await tutorsOf(scope, ids);
  return groups.map((group) => ({
    ...group,
    students: counts.get(group.id) ?? 0,
    tutors: tutors.filter((tutor) => tutor.groupId === group.id),
  }));
}
