import { defineWrite } from '../../http/route.ts';
import type { PeopleApi } from '../../people/api.ts';
import { addMembers, removeMember } from '../commands/members.ts';
import { editSchool } from '../permissions.ts';
import {
  alreadyMember,
  groupOutOfReach,
  groupUnknown,
  notAMember,
  referenceUnknown,
  wholeSchoolOnly,
} from '../problems.ts';
import { groupView } from '../queries/groupView.ts';
import { GroupParams, GroupPersonParams, GroupView, LeaveQuery, NewMembers } from '../schemas/school.ts';

const common = [groupUnknown, groupOutOfReach, wholeSchoolOnly];

export const memberRoutes = (people: PeopleApi) => [
  defineWrite({
    method: 'post',
    path: '/groups/:groupId/members',
    operationId: 'addGroupMembers',
    summary: 'Puts students into a group, from today unless told',
    permission: editSchool,
    about: { what: 'school.member-added', whose: ({ body }) => body.personIds },
    params: GroupParams,
    body: NewMembers,
    output: GroupView,
    problems: [...common, alreadyMember, referenceUnknown],
    handle: async (scope, { params, body }) => {
      await addMembers(scope, params.groupId, body);
      return groupView(people)(scope, params.groupId);
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/groups/:groupId/members/:personId',
    operationId: 'removeGroupMember',
    summary: 'Takes a student out of a group and its subgroups',
    permission: editSchool,
    about: { what: 'school.member-removed', whose: ({ params }) => [params.personId] },
    params: GroupPersonParams,
    query: LeaveQuery,
    output: GroupView,
    problems: [...common, notAMember],
    handle: async (scope, { params, query }) => {
      await removeMember(scope, params.groupId, params.personId, query.lastOn);
      return groupView(people)(scope, params.groupId);
    },
  }),
];
