import { defineWrite } from '../../http/route.ts';
import type { PeopleApi } from '../../people/api.ts';
import { addSubgroup, removeSubgroup, renameSubgroup, setSubgroupMembers } from '../commands/subgroups.ts';
import { editSchool } from '../permissions.ts';
import {
  groupOutOfReach,
  groupUnknown,
  nameTaken,
  notAMember,
  stillInUse,
  subgroupUnknown,
  wholeSchoolOnly,
} from '../problems.ts';
import { groupView } from '../queries/groupView.ts';
import { GroupParams, GroupView, SubgroupInput, SubgroupMembers, SubgroupParams } from '../schemas/school.ts';

const common = [subgroupUnknown, groupUnknown, groupOutOfReach, wholeSchoolOnly];

const edits = (people: PeopleApi) => [
  defineWrite({
    method: 'post',
    path: '/groups/:groupId/subgroups',
    operationId: 'createSubgroup',
    summary: 'Adds a subgroup without students; answers the group',
    permission: editSchool,
    params: GroupParams,
    body: SubgroupInput,
    output: GroupView,
    status: 201,
    problems: [...common, nameTaken],
    handle: async (scope, { params, body }) => {
      await addSubgroup(scope, params.groupId, body.name);
      return groupView(people)(scope, params.groupId);
    },
  }),
  defineWrite({
    method: 'patch',
    path: '/subgroups/:subgroupId',
    operationId: 'renameSubgroup',
    summary: 'Renames a subgroup; answers the group',
    permission: editSchool,
    precondition: true,
    params: SubgroupParams,
    body: SubgroupInput,
    output: GroupView,
    problems: [...common, nameTaken],
    handle: async (scope, { params, body, ifMatch }) =>
      groupView(people)(scope, await renameSubgroup(scope, params.subgroupId, body.name, ifMatch)),
  }),
  defineWrite({
    method: 'put',
    path: '/subgroups/:subgroupId/members',
    operationId: 'setSubgroupMembers',
    summary: 'Makes these students the members of a subgroup from today on; answers the group',
    permission: editSchool,
    about: { what: 'school.subgroup-set', whose: ({ body }) => body.personIds },
    precondition: true,
    params: SubgroupParams,
    body: SubgroupMembers,
    output: GroupView,
    problems: [...common, notAMember],
    handle: async (scope, { params, body, ifMatch }) =>
      groupView(people)(scope, await setSubgroupMembers(scope, params.subgroupId, body.personIds, ifMatch)),
  }),
];

export const subgroupRoutes = (people: PeopleApi) => [
  ...edits(people),
  defineWrite({
    method: 'delete',
    path: '/subgroups/:subgroupId',
    operationId: 'deleteSubgroup',
    summary: 'Deletes a subgroup that no course has; answers the group',
    permission: editSchool,
    params: SubgroupParams,
    output: GroupView,
    problems: [...common, stillInUse],
    handle: async (scope, { params }) => groupView(people)(scope, await removeSubgroup(scope, params.subgroupId)),
  }),
];
