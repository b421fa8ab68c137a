import type { Role } from '../../access/roles.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { PeopleReach } from '../api.ts';
import { dayOf } from '../day.ts';
import { readPeople } from '../permissions.ts';
import type { PeoplePage, PeopleQuery, PersonBrief } from '../schemas.ts';
import { guardianIdsAmong } from '../store/guardianships.ts';
import { peopleByIds, studentsByIds } from '../store/people.ts';
import { rolesOf } from '../store/roles.ts';
import { countPeople, pageOfPeople, type Search } from '../store/search.ts';

/** One page of the people whom the actor sees, ordered by name. */
export const listPeople =
  (reach: PeopleReach) =>
  async (scope: ReadScope, query: PeopleQuery): Promise<PeoplePage> => {
    const { q, role, groupId, homeSchoolId, active, limit, after } = query;
    const search: Search = {
      within: reach.seenPersonIds(scope),
      inGroup: groupId === undefined ? undefined : reach.personIdsOfGroup(scope, groupId),
      q,
      role,
      homeSchoolId,
      isActive: active === 'true',
      day: dayOf(scope.now),
    };
    const ids = await pageOfPeople(scope.db, search, { limit: limit + 1, after });
    const shown = ids.slice(0, limit);
    return {
      items: await briefs(scope, reach, shown),
      total: await countPeople(scope.db, search),
      nextAfter: ids.length > limit ? (shown.at(-1) ?? null) : null,
    };
  };

async function briefs(scope: ReadScope, reach: PeopleReach, ids: readonly string[]): Promise<PersonBrief[]> {
  const { db } = scope;
  const people = new Map((await peopleByIds(db, ids)).map((person) => [person.id, person]));
  const students = new Map((await studentsByIds(db, ids)).map((student) => [student.id, student]));
  const guardians = new Set(await guardianIdsAmong(scope, ids));
  const granted = await rolesOf(db, ids);
  const reached = new Set(await reach.reachedAmong(scope, readPeople, ids));
  return ids.flatMap((id) => {
    const person = people.get(id);
    if (!person) return [];
    const student = students.get(id);
    const roles: Role[] = [
      ...(student ? (['student'] as const) : []),
      ...(guardians.has(id) ? (['guardian'] as const) : []),
      ...granted.filter((one) => one.personId === id).map((one) => one.role),
    ];
    const { name, givenName, familyName, middleName, isActive } = person;
    return [
      {
        id,
        name,
        givenName,
        familyName,
        middleName,
        isActive,
        isReached: reached.has(id),
        roles: [...new Set(roles)],
        grade: student?.grade ?? null,
        homeSchoolId: student?.homeSchoolId ?? null,
      },
    ];
  });
}
