import { defineRead, defineWrite } from '../../http/route.ts';
import { editSchool, wholeSchoolOnly, yearPlanChanged } from '../../school/api.ts';
import { setLeaversPolicy } from '../commands/closeLeavers.ts';
import { callOff, planYear } from '../commands/plans.ts';
import type { YearParts } from '../parts.ts';
import { dayHasCome, plannedAlready, planOver, planUnknown } from '../problems.ts';
import { listPlans } from '../queries/listPlans.ts';
import { LeaversPolicyInput, NewYearPlan, YearPlanPath, YearPlans } from '../schemas.ts';

export const planRoutes = (parts: YearParts) => [
  defineRead({
    path: '/school/year-plans',
    operationId: 'listYearPlans',
    summary: 'Changes of the school year that wait for their day, and what became of earlier ones.',
    permission: editSchool,
    output: YearPlans,
    problems: [wholeSchoolOnly],
    handle: (scope) => listPlans(scope, parts),
  }),
  defineWrite({
    method: 'post',
    path: '/school/year-plans',
    operationId: 'planYearChange',
    summary: 'Has a change of the school year carried out when its first day begins.',
    permission: editSchool,
    about: { notKept: 'Nothing happens to anybody yet; the change itself is kept.' },
    status: 201,
    body: NewYearPlan,
    bodyLimit: 500_000,
    output: YearPlans,
    problems: [wholeSchoolOnly, yearPlanChanged, dayHasCome, plannedAlready],
    handle: async (scope, { body }) => {
      await planYear(scope, parts, body);
      return listPlans(scope, parts);
    },
  }),
  defineWrite({
    method: 'post',
    path: '/school/year-plans/:yearPlanId/call-off',
    operationId: 'callOffYearPlan',
    summary: 'Calls off a change of year that waits for its day.',
    permission: editSchool,
    params: YearPlanPath,
    output: YearPlans,
    problems: [wholeSchoolOnly, planUnknown, planOver],
    handle: async (scope, { params }) => {
      await callOff(scope, parts, params.yearPlanId);
      return listPlans(scope, parts);
    },
  }),
  defineWrite({
    method: 'put',
    path: '/school/leavers-policy',
    operationId: 'setLeaversPolicy',
    summary: 'Says for how long accounts of those who left stay readable.',
    permission: editSchool,
    precondition: true,
    body: LeaversPolicyInput,
    output: YearPlans,
    problems: [wholeSchoolOnly],
    handle: async (scope, { body, ifMatch }) => {
      await setLeaversPolicy(scope, parts, ifMatch, body);
      return listPlans(scope, parts);
    },
  }),
];
