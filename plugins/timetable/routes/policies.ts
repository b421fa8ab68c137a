import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { saveGroupPolicy, saveSchoolPolicy } from '../commands/setPolicies.ts';
import { seeLessons, setGroupPolicy, setSchoolPolicy } from '../permissions.ts';
import { homeSchoolUnknown } from '../problems.ts';
import { groupPolicyOf, listSchoolPolicies } from '../queries/policies.ts';
import { GroupParams } from '../schemas/lessons.ts';
import {
  GroupPolicyInput,
  GroupPolicyView,
  HomeSchoolParams,
  SchoolPolicies,
  SchoolPolicyInput,
  SchoolPolicyView,
} from '../schemas/policies.ts';

/** What home schools and groups want of requests for another time. */
export const policyRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/request-policies',
    operationId: 'listRequestPolicies',
    summary: 'What the home schools that you coordinate want of requests for another time.',
    permission: setSchoolPolicy,
    output: SchoolPolicies,
    handle: (scope) => listSchoolPolicies(apis, scope),
  }),
  defineWrite({
    method: 'put',
    path: '/timetable/home-schools/:homeSchoolId/request-policy',
    operationId: 'setSchoolRequestPolicy',
    summary: 'Says how late and how often families may ask, and what the coordinator confirms.',
    permission: setSchoolPolicy,
    precondition: true,
    params: HomeSchoolParams,
    body: SchoolPolicyInput,
    output: SchoolPolicyView,
    problems: [homeSchoolUnknown],
    handle: (scope, { params, body, ifMatch }) => saveSchoolPolicy(apis, scope, params.homeSchoolId, ifMatch, body),
  }),
  defineRead({
    path: '/timetable/groups/:groupId/request-policy',
    operationId: 'getGroupRequestPolicy',
    summary: 'Whether the teacher’s consent is the last word in a group.',
    permission: seeLessons,
    params: GroupParams,
    output: GroupPolicyView,
    handle: (scope, { params }) => groupPolicyOf(apis, scope, params.groupId),
  }),
  defineWrite({
    method: 'put',
    path: '/timetable/groups/:groupId/request-policy',
    operationId: 'setGroupRequestPolicy',
    summary: 'Says whether the teacher’s consent is the last word in a group.',
    permission: setGroupPolicy,
    precondition: true,
    params: GroupParams,
    body: GroupPolicyInput,
    output: GroupPolicyView,
    handle: (scope, { params, body, ifMatch }) => saveGroupPolicy(apis, scope, params.groupId, ifMatch, body),
  }),
];
