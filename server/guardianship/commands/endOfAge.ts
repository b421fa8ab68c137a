import type { WriteScope } from '../../host/scope.ts';
import { dayBefore, dayOf, type PeopleApi } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { lastBirthday, stageOf } from '../domain/comingOfAge.ts';
import { guardianshipEnded, guardianshipEndsSoon } from '../events.ts';

export interface GuardianshipParts {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
}

/** Tells of guardianships that end soon, and ends those of students who have come of age and did not keep them. */
export async function endOfAge(scope: WriteScope, { people, school }: GuardianshipParts): Promise<void> {
  const today = dayOf(scope.now);
  const ages = new Map((await school.homeSchools(scope.db)).map(({ id, adultAge }) => [id, adultAge]));
  for (const held of await people.guardianshipsOfBornUntil(scope, lastBirthday(today))) {
    const { guardianshipId, guardianId, studentId, homeSchoolId, bornOn, isKept } = held;
    const { stage, adultOn } = stageOf(bornOn, ages.get(homeSchoolId) ?? 18, today);
    const told = { guardianshipId, guardianId, studentId, adultOn };
    if (stage === 'soon' && !isKept) scope.emit(guardianshipEndsSoon, told);
    if (stage === 'adult' && !isKept) {
      await people.endGuardianship(scope, { id: guardianshipId, guardianId }, dayBefore(today));
      scope.emit(guardianshipEnded, told);
    }
  }
}
