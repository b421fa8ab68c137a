import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import type { RoleToGrant } from '../domain/explicitRoles.ts';
import { accessChanged, accessEnded } from '../events.ts';
import { homeSchoolUnknown, lastAdmin } from '../problems.ts';
import { deleteRole, insertRoles, lockActiveAdmins } from '../store/roles.ts';

/** Refuses when nobody but this person is an active admin: the installation would be locked. */
export async function keepAnAdmin(scope: WriteScope, personId: string): Promise<void> {
  const admins = await lockActiveAdmins(scope.db);
  const others = admins.filter((id) => id !== personId);
  if (admins.includes(personId) && others.length === 0) throw new Problem(lastAdmin);
}

/** Gives a role; giving it twice changes nothing. Asks for no rights. */
export async function grantRole(scope: WriteScope, role: RoleToGrant): Promise<void> {
  const { personId, scopeKind, homeSchoolId } = role;
  const row = { id: scope.newId(), personId, role: role.role, scopeKind, homeSchoolId };
  const added = await refusing(insertRoles(scope.db, [row], scope.now), [
    { guard: 'people_role_home_school_known', problem: homeSchoolUnknown, extra: { field: 'homeSchoolId' } },
  ]);
  if (added > 0) scope.emit(accessChanged, { personId });
}

/** Takes a role; taking what is not there changes nothing. Asks for no rights. */
export async function revokeRole(scope: WriteScope, role: RoleToGrant): Promise<void> {
  if (role.role === 'admin') await keepAnAdmin(scope, role.personId);
  const gone = await deleteRole(scope.db, role);
  if (gone === 0) return;
  scope.emit(accessChanged, { personId: role.personId });
  scope.emit(accessEnded, { personId: role.personId });
}
