import { scopesOf } from '../../access/actor.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { PeopleApi } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { longestOf, type QuietHours, quietUntil, usualQuietHours } from '../domain/quietHours.ts';
import { setSchoolQuietHours } from '../permissions.ts';
import type { MyQuietHoursView, SchoolQuietHoursList } from '../schemas.ts';
import { quietChoicesOf, quietHoursOfSchools } from '../store/hours.ts';

/** The quiet hours of many people, decided by themselves, their schools or the product; undefined for those who want none. */
export async function quietHoursOf(
  scope: ReadScope,
  people: PeopleApi,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, QuietHours | undefined>> {
  const choices = await quietChoicesOf(scope.db, personIds);
  const usual = await usualHoursOf(scope, people, personIds);
  return new Map(
    personIds.map((id) => {
      const choice = choices.get(id);
      if (choice?.kind === 'never') return [id, undefined];
      return [id, choice?.kind === 'own' ? choice : (usual.get(id) ?? usualQuietHours)];
    }),
  );
}

/** Of these people, those in whose quiet hours the moment lies, and when they end. */
export async function quietAmong(
  scope: ReadScope,
  people: PeopleApi,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const hours = await quietHoursOf(scope, people, personIds);
  const cards = await people.peopleByIds(scope.db, personIds);
  return new Map(
    cards.flatMap(({ id, zone }) => {
      const until = quietUntil(hours.get(id), scope.now, zone);
      return until ? [[id, until] as const] : [];
    }),
  );
}

/** What is usual in the home schools of students, and of the children of guardians. */
async function usualHoursOf(
  scope: ReadScope,
  people: PeopleApi,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, QuietHours>> {
  const children = await people.childrenOfMany(scope, personIds);
  const students = await people.studentsByIds(scope.db, [
    ...new Set([...personIds, ...children.map(({ studentId }) => studentId)]),
  ]);
  const schoolOf = new Map(students.map(({ id, homeSchoolId }) => [id, homeSchoolId]));
  const schools = await quietHoursOfSchools(scope.db, [...new Set(schoolOf.values())]);
  const studentsOf = new Map<string, string[]>();
  for (const { guardianId, studentId } of children)
    studentsOf.set(guardianId, [...(studentsOf.get(guardianId) ?? []), studentId]);
  return new Map(
    personIds.flatMap((id) => {
      const of = [id, ...(studentsOf.get(id) ?? [])];
      const found = longestOf(of.flatMap((student) => schools.get(schoolOf.get(student) ?? '') ?? []));
      return found ? [[id, found] as const] : [];
    }),
  );
}

export async function myQuietHours(scope: ReadScope, people: PeopleApi): Promise<MyQuietHoursView> {
  const { personId, zone } = scope.actor;
  const choices = await quietChoicesOf(scope.db, [personId]);
  const usual = await usualHoursOf(scope, people, [personId]);
  return { choice: choices.get(personId) ?? { kind: 'usual' }, usual: usual.get(personId) ?? usualQuietHours, zone };
}

/** Whether the actor may say what is usual in a home school. */
export const reachesSchool = (scope: ReadScope, homeSchoolId: string): boolean =>
  scopesOf(scope.actor, setSchoolQuietHours).some(
    (one) => one.kind === 'everything' || (one.kind === 'home-school' && one.id === homeSchoolId),
  );

/** The home schools for which the actor may say what is usual. */
export async function schoolQuietHours(scope: ReadScope, school: SchoolApi): Promise<SchoolQuietHoursList> {
  const schools = (await school.homeSchools(scope.db)).filter(({ id }) => reachesSchool(scope, id));
  const own = await quietHoursOfSchools(
    scope.db,
    schools.map(({ id }) => id),
  );
  return {
    items: schools.map(({ id, name }) => ({
      homeSchoolId: id,
      name,
      ...(own.get(id) ?? usualQuietHours),
      isOwn: own.has(id),
    })),
  };
}
