import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { HomeSchool } from '../../../server/school/api.ts';
import { coordinates, homeSchoolToSet } from '../access/homeSchoolToSet.ts';
import type { Apis } from '../apis.ts';
import { usualPolicy } from '../domain/reschedule/policy.ts';
import { seeLessons, setGroupPolicy, setSchoolPolicy } from '../permissions.ts';
import { homeSchoolUnknown } from '../problems.ts';
import type { GroupPolicyView, SchoolPolicies, SchoolPolicyView } from '../schemas/policies.ts';
import { groupPolicies, schoolPolicies } from '../store/policies.ts';

/** The policies of the home schools that the actor coordinates. */
export async function listSchoolPolicies({ school }: Pick<Apis, 'school'>, scope: ReadScope): Promise<SchoolPolicies> {
  const own = (await school.homeSchools(scope.db)).filter(({ id }) => coordinates(scope, setSchoolPolicy, id));
  return { items: await policyViews(scope, own) };
}

/** The policy of one home school that the actor coordinates. */
export async function schoolPolicyOf(
  { school }: Pick<Apis, 'school'>,
  scope: ReadScope,
  homeSchoolId: string,
): Promise<SchoolPolicyView> {
  const found = await homeSchoolToSet({ school }, scope, setSchoolPolicy, homeSchoolId);
  const [view] = await policyViews(scope, [found]);
  if (!view) throw new Problem(homeSchoolUnknown, { id: homeSchoolId });
  return view;
}

async function policyViews({ db }: ReadScope, schools: readonly HomeSchool[]): Promise<SchoolPolicyView[]> {
  const stored = await schoolPolicies(
    db,
    schools.map(({ id }) => id),
  );
  const byId = new Map(stored.map((one) => [one.homeSchoolId, one]));
  return schools.map(({ id, name }) => ({ revision: 0, ...usualPolicy, ...byId.get(id), homeSchool: { id, name } }));
}

/** Whether the teachers' consent is enough in a group that the actor sees. */
export async function groupPolicyOf(
  { school }: Pick<Apis, 'school'>,
  scope: ReadScope,
  groupId: string,
): Promise<GroupPolicyView> {
  await school.groupAs(scope, seeLessons, groupId);
  const [policy] = await groupPolicies(scope.db, [groupId]);
  return {
    isTeacherEnough: policy?.isTeacherEnough ?? false,
    revision: policy?.revision ?? 0,
    may: { change: (await school.mayReachGroup(scope, setGroupPolicy, groupId)) === 'yes' },
  };
}
