import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { type SchoolPolicy, usualPolicy } from '../domain/reschedule/policy.ts';
import { groupPolicies, schoolPolicies } from '../store/policies.ts';

/** Looks up what the home schools of students want; of staff nobody wants anything. */
export type PolicyOf = (personId: string) => SchoolPolicy;

/** Two queries for any number of people. */
export async function policiesFor(
  apis: Pick<Apis, 'people'>,
  { db }: Pick<ReadScope, 'db'>,
  personIds: readonly string[],
): Promise<PolicyOf> {
  const students = personIds.length > 0 ? await apis.people.studentsByIds(db, [...new Set(personIds)]) : [];
  const schools = [...new Set(students.map(({ homeSchoolId }) => homeSchoolId))];
  const policies = new Map(
    (schools.length > 0 ? await schoolPolicies(db, schools) : []).map((one) => [one.homeSchoolId, one]),
  );
  const homes = new Map(students.map(({ id, homeSchoolId }) => [id, homeSchoolId]));
  return (personId) => policies.get(homes.get(personId) ?? '') ?? usualPolicy;
}

/** Whether the teacher's consent is the last word in a group. */
export async function isTeacherEnough({ db }: Pick<ReadScope, 'db'>, groupId: string): Promise<boolean> {
  const [policy] = await groupPolicies(db, [groupId]);
  return policy?.isTeacherEnough ?? false;
}
