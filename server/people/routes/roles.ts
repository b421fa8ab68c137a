import { ofPersonInPath } from '../../audit/about.ts';
import { defineWrite } from '../../http/route.ts';
import type { PeopleReach } from '../api.ts';
import { giveRole, takeRole } from '../commands/giveRole.ts';
import { grantRoles } from '../permissions.ts';
import { homeSchoolUnknown, lastAdmin, roleNotYours, roleUnknown } from '../problems.ts';
import { rolesView } from '../queries/rolesView.ts';
import { Done, NewRole, PersonParams, PersonRoles, RoleParams } from '../schemas.ts';

export const roleRoutes = (reach: PeopleReach) => [
  defineWrite({
    method: 'post',
    path: '/people/:personId/roles',
    operationId: 'grantRole',
    summary: 'Gives a role; giving it twice changes nothing',
    permission: grantRoles,
    about: ofPersonInPath('people.role-given'),
    stepUp: true,
    params: PersonParams,
    body: NewRole,
    output: PersonRoles,
    status: 201,
    problems: [roleNotYours, homeSchoolUnknown],
    handle: async (scope, { params: { personId }, body }) => {
      await giveRole(reach)(scope, { ...body, personId });
      return rolesView(scope, personId);
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/people/:personId/roles/:roleId',
    operationId: 'revokeRole',
    summary: 'Takes a role that was given by hand',
    permission: grantRoles,
    about: { what: 'people.role-taken', whose: ({ params }) => [params.personId] },
    stepUp: true,
    params: RoleParams,
    output: Done,
    problems: [roleUnknown, roleNotYours, lastAdmin],
    handle: async (scope, { params }) => {
      await takeRole(reach)(scope, params.personId, params.roleId);
      return {};
    },
  }),
];
