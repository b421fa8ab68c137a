import type { AuditApi } from '../../audit/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { forbidden, notFound } from '../../http/problems.ts';
import type { PeopleApi } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { myQuietHours, reachesSchool, schoolQuietHours } from '../queries/quietHours.ts';
import type { MyQuietHours, MyQuietHoursView, SchoolQuietHours, SchoolQuietHoursList } from '../schemas.ts';
import { saveQuietChoice, saveQuietHoursOfSchool } from '../store/hours.ts';

/** When the actor is not to be disturbed from now on. */
export async function setMyQuietHours(
  scope: WriteScope,
  people: PeopleApi,
  choice: MyQuietHours,
): Promise<MyQuietHoursView> {
  await saveQuietChoice(scope.db, scope.actor.personId, choice, scope.now);
  return myQuietHours(scope, people);
}

/** What is usual in a home school, for everybody there who has not chosen. */
export async function setQuietHoursOfSchool(
  scope: WriteScope,
  { school, audit }: { readonly school: SchoolApi; readonly audit: AuditApi },
  homeSchoolId: string,
  hours: SchoolQuietHours,
): Promise<SchoolQuietHoursList> {
  if (!(await school.homeSchools(scope.db)).some(({ id }) => id === homeSchoolId)) throw new Problem(notFound);
  if (!reachesSchool(scope, homeSchoolId)) throw new Problem(forbidden);
  await saveQuietHoursOfSchool(scope.db, homeSchoolId, hours.kind === 'own' ? hours : undefined, scope.now);
  await audit.record(scope, {
    act: 'notify.school-hours-set',
    entity: 'school.home-school',
    entityId: homeSchoolId,
    detail: hours.kind === 'own' ? { fromTime: hours.fromTime, toTime: hours.toTime } : null,
  });
  return schoolQuietHours(scope, school);
}
