import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { changedMeanwhile } from '../../../server/http/problems.ts';
import type { Apis } from '../apis.ts';
import { setGroupPolicy } from '../permissions.ts';
import { groupPolicyOf, schoolPolicyOf } from '../queries/policies.ts';
import type { GroupPolicyInput, GroupPolicyView, SchoolPolicyInput, SchoolPolicyView } from '../schemas/policies.ts';
import { putGroupPolicy, putSchoolPolicy } from '../store/policies.ts';

/** Says what a home school wants of requests for its students; it binds requests made from now on. */
export async function saveSchoolPolicy(
  apis: Pick<Apis, 'school' | 'audit'>,
  scope: WriteScope,
  homeSchoolId: string,
  seenRevision: number,
  policy: SchoolPolicyInput,
): Promise<SchoolPolicyView> {
  const { revision } = await schoolPolicyOf(apis, scope, homeSchoolId);
  const isStored =
    revision === seenRevision &&
    (await putSchoolPolicy(scope.db, { ...policy, homeSchoolId, revision: seenRevision + 1 }));
  if (!isStored) throw new Problem(changedMeanwhile, { revision });
  await apis.audit.record(scope, {
    act: 'timetable.school-policy-set',
    entity: 'timetable.school-policy',
    entityId: homeSchoolId,
    detail: { ...policy },
  });
  return schoolPolicyOf(apis, scope, homeSchoolId);
}

/** Says whether the teachers' consent is the last word in a group. */
export async function saveGroupPolicy(
  apis: Pick<Apis, 'school' | 'audit'>,
  scope: WriteScope,
  groupId: string,
  seenRevision: number,
  { isTeacherEnough }: GroupPolicyInput,
): Promise<GroupPolicyView> {
  await apis.school.groupAs(scope, setGroupPolicy, groupId);
  const { revision } = await groupPolicyOf(apis, scope, groupId);
  const isStored =
    revision === seenRevision &&
    (await putGroupPolicy(scope.db, { groupId, isTeacherEnough, revision: seenRevision + 1 }));
  if (!isStored) throw new Problem(changedMeanwhile, { revision });
  await apis.audit.record(scope, {
    act: 'timetable.group-policy-set',
    entity: 'timetable.group-policy',
    entityId: groupId,
    detail: { isTeacherEnough },
  });
  return groupPolicyOf(apis, scope, groupId);
}
