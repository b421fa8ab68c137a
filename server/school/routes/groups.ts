import { defineRead, defineWrite } from '../../http/route.ts';
import type { PeopleApi } from '../../people/api.ts';
import type { ReadinessCheck } from '../api.ts';
import { addGroup, changeGroup, setGrid } from '../commands/groups.ts';
import { checkReadiness, editSchool, readSchool } from '../permissions.ts';
import { externalIdTaken, gridOverlaps, groupOutOfReach, groupUnknown, wholeSchoolOnly } from '../problems.ts';
import { gridView } from '../queries/basics.ts';
import { groupReadiness } from '../queries/groupReadiness.ts';
import { groupView } from '../queries/groupView.ts';
import { listGroups } from '../queries/listGroups.ts';
import {
  GridInput,
  GridView,
  GroupChange,
  GroupList,
  GroupParams,
  GroupsQuery,
  GroupView,
  NewGroup,
  Readiness,
} from '../schemas/school.ts';

const reach = [groupUnknown, groupOutOfReach];

const reads = (people: PeopleApi, checks: readonly ReadinessCheck[]) => [
  defineRead({
    path: '/groups',
    operationId: 'listGroups',
    summary: 'Groups within reach, by grade and name',
    permission: readSchool,
    query: GroupsQuery,
    output: GroupList,
    handle: async (scope, { query }) => ({ items: await listGroups(scope, query.active === 'true') }),
  }),
  defineRead({
    path: '/groups/:groupId',
    operationId: 'getGroup',
    summary: 'One group with members, subgroups, tutors and courses as far as the caller sees them',
    permission: readSchool,
    about: {
      what: 'school.group-list',
      whose: (_asked, { members }) => members.filter(({ isReached }) => isReached).map(({ personId }) => personId),
    },
    params: GroupParams,
    output: GroupView,
    problems: reach,
    handle: (scope, { params }) => groupView(people)(scope, params.groupId),
  }),
  defineRead({
    path: '/groups/:groupId/grid',
    operationId: 'getGroupGrid',
    summary: 'The grid of hours of a group, in its zone',
    permission: readSchool,
    params: GroupParams,
    output: GridView,
    problems: reach,
    handle: (scope, { params }) => gridView(scope, params.groupId),
  }),
  defineRead({
    path: '/groups/:groupId/readiness',
    operationId: 'getGroupReadiness',
    summary: 'What the group lacks before a timetable can be made',
    permission: checkReadiness,
    params: GroupParams,
    output: Readiness,
    problems: reach,
    handle: (scope, { params }) => groupReadiness(people, checks)(scope, params.groupId),
  }),
];

const writes = (people: PeopleApi) => [
  defineWrite({
    method: 'post',
    path: '/groups',
    operationId: 'createGroup',
    summary: 'Adds a group without people',
    permission: editSchool,
    body: NewGroup,
    output: GroupView,
    status: 201,
    problems: [externalIdTaken, wholeSchoolOnly],
    handle: async (scope, { body }) => groupView(people)(scope, await addGroup(scope, body)),
  }),
  defineWrite({
    method: 'patch',
    path: '/groups/:groupId',
    operationId: 'changeGroup',
    summary: 'Changes what is sent of a group',
    permission: editSchool,
    precondition: true,
    params: GroupParams,
    body: GroupChange,
    output: GroupView,
    problems: [...reach, externalIdTaken, wholeSchoolOnly],
    handle: async (scope, { params, body, ifMatch }) => {
      await changeGroup(scope, params.groupId, body, ifMatch);
      return groupView(people)(scope, params.groupId);
    },
  }),
  defineWrite({
    method: 'put',
    path: '/groups/:groupId/grid',
    operationId: 'setGroupGrid',
    summary: 'Replaces the grid of hours of a group',
    permission: editSchool,
    precondition: true,
    params: GroupParams,
    body: GridInput,
    output: GridView,
    problems: [...reach, gridOverlaps, wholeSchoolOnly],
    handle: async (scope, { params, body, ifMatch }) => {
      await setGrid(scope, params.groupId, body, ifMatch);
      return gridView(scope, params.groupId);
    },
  }),
];

export const groupRoutes = (people: PeopleApi, checks: readonly ReadinessCheck[]) => [
  ...reads(people, checks),
  ...writes(people),
];
