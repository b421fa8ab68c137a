import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type { CannotJoinList } from '../../schemas/cannotJoin.ts';
import type { GroupPolicyView, SchoolPolicies, SchoolPolicyInput, SchoolPolicyView } from '../../schemas/policies.ts';
import type { RequestNumbers } from '../../schemas/requestNumbers.ts';
import { timetableKey } from './watching.ts';

export const schoolPoliciesQuery = queryOptions({
  queryKey: [timetableKey, 'policies'],
  queryFn: ({ signal }) => read<SchoolPolicies>('/timetable/request-policies', signal),
});

export const groupPolicyQuery = (groupId: string) =>
  queryOptions({
    queryKey: [timetableKey, 'policy', groupId],
    queryFn: ({ signal }) => read<GroupPolicyView>(`/timetable/groups/${groupId}/request-policy`, signal),
  });

export const setSchoolPolicy = (homeSchoolId: string, policy: SchoolPolicyInput, revision: number) =>
  write<SchoolPolicyView>('PUT', `/timetable/home-schools/${homeSchoolId}/request-policy`, policy, { revision });

export const setGroupPolicy = (groupId: string, isTeacherEnough: boolean, revision: number) =>
  write<GroupPolicyView>('PUT', `/timetable/groups/${groupId}/request-policy`, { isTeacherEnough }, { revision });

export const requestNumbersQuery = queryOptions({
  queryKey: [timetableKey, 'numbers'],
  queryFn: ({ signal }) => read<RequestNumbers>('/timetable/request-numbers', signal),
});

export const cannotJoinQuery = queryOptions({
  queryKey: [timetableKey, 'cannot-join'],
  queryFn: ({ signal }) => read<CannotJoinList>('/timetable/cannot-join', signal),
});
