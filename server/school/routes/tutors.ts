import { defineWrite } from '../../http/route.ts';
import type { PeopleApi } from '../../people/api.ts';
import { addTutor, removeTutor } from '../commands/tutors.ts';
import { editSchool } from '../permissions.ts';
import {
  alreadyTutor,
  groupOutOfReach,
  groupUnknown,
  notAMember,
  referenceUnknown,
  wholeSchoolOnly,
} from '../problems.ts';
import { groupView } from '../queries/groupView.ts';
import { GroupParams, GroupPersonParams, GroupView, LeaveQuery, NewTutor } from '../schemas/school.ts';

const common = [groupUnknown, groupOutOfReach, wholeSchoolOnly];

export const tutorRoutes = (people: PeopleApi) => [
  defineWrite({
    method: 'post',
    path: '/groups/:groupId/tutors',
    operationId: 'addGroupTutor',
    summary: 'Gives a group a tutor',
    permission: editSchool,
    about: { what: 'school.tutor-added', whose: ({ body }) => [body.personId] },
    params: GroupParams,
    body: NewTutor,
    output: GroupView,
    problems: [...common, alreadyTutor, referenceUnknown],
    handle: async (scope, { params, body }) => {
      await addTutor(people)(scope, params.groupId, body);
      return groupView(people)(scope, params.groupId);
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/groups/:groupId/tutors/:personId',
    operationId: 'removeGroupTutor',
    summary: "Ends a tutor's work with a group",
    permission: editSchool,
    about: { what: 'school.tutor-removed', whose: ({ params }) => [params.personId] },
    params: GroupPersonParams,
    query: LeaveQuery,
    output: GroupView,
    problems: [...common, notAMember],
    handle: async (scope, { params, query }) => {
      await removeTutor(scope, params.groupId, params.personId, query.lastOn);
      return groupView(people)(scope, params.groupId);
    },
  }),
];
