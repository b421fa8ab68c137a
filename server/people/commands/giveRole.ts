import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { PeopleReach } from '../api.ts';
import { decideGrant, type RoleToGrant } from '../domain/explicitRoles.ts';
import { grantRoles } from '../permissions.ts';
import { roleNotYours, roleUnknown } from '../problems.ts';
import { findRole } from '../store/roles.ts';
import { grantRole, revokeRole } from './roles.ts';

/** Refuses roles that are not the actor's to give or take. */
function mustGrant(scope: WriteScope, role: RoleToGrant): void {
  const grants = scope.actor.grants.filter((grant) => grantRoles.roles.includes(grant.role));
  if (!decideGrant(grants, role)) throw new Problem(roleNotYours, { role: role.role, needs: grantRoles.id });
}

/** Gives a role that the actor may give. */
export const giveRole =
  (reach: PeopleReach) =>
  async (scope: WriteScope, role: RoleToGrant): Promise<void> => {
    await reach.personAs(scope, grantRoles, role.personId);
    mustGrant(scope, role);
    await grantRole(scope, role);
  };

/** Takes a role that the actor may take. */
export const takeRole =
  (reach: PeopleReach) =>
  async (scope: WriteScope, personId: string, roleId: string): Promise<void> => {
    await reach.personAs(scope, grantRoles, personId);
    const role = await findRole(scope.db, roleId);
    if (role?.personId !== personId) throw new Problem(roleUnknown, { id: roleId });
    mustGrant(scope, role);
    await revokeRole(scope, role);
  };
