import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { defineWrite } from '../../http/route.ts';
import type { PeopleReach } from '../api.ts';
import { grantRole, mustGrant, revokeRole } from '../commands/roles.ts';
import { grantRoles } from '../permissions.ts';
import { homeSchoolUnknown, lastAdmin, roleNotYours, roleUnknown } from '../problems.ts';
import { Done, NewRole, PersonParams, PersonRoles, RoleParams } from '../schemas.ts';
import { findRole, rolesOf } from '../store/roles.ts';

const take = (reach: PeopleReach) => async (scope: WriteScope, personId: string, roleId: string) => {
  await reach.personAs(scope, grantRoles, personId);
  const role = await findRole(scope.db, roleId);
  if (role?.personId !== personId) throw new Problem(roleUnknown, { id: roleId });
  mustGrant(scope, role);
  await revokeRole(scope, role);
  return {};
};

export const roleRoutes = (reach: PeopleReach) => [
  defineWrite({
    method: 'post',
    path: '/people/:personId/roles',
    operationId: 'grantRole',
    summary: 'Gives a role; giving it twice changes nothing',
    permission: grantRoles,
    params: PersonParams,
    body: NewRole,
    output: PersonRoles,
    status: 201,
    problems: [roleNotYours, homeSchoolUnknown],
    handle: async (scope, { params: { personId }, body }) => {
      await reach.personAs(scope, grantRoles, personId);
      mustGrant(scope, { ...body, personId });
      await grantRole(scope, { ...body, personId });
      return { items: await rolesOf(scope.db, [personId]) };
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/people/:personId/roles/:roleId',
    operationId: 'revokeRole',
    summary: 'Takes a role that was given by hand',
    permission: grantRoles,
    params: RoleParams,
    output: Done,
    problems: [roleUnknown, roleNotYours, lastAdmin],
    handle: (scope, { params }) => take(reach)(scope, params.personId, params.roleId),
  }),
];
