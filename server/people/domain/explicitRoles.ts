import type { Grant, RoleScope } from '../../access/roles.ts';

/** Roles that are given by hand; student, guardian, and the group or course of a tutor or teacher follow from facts. */
export const explicitRoles = [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'psychologist',
  'tutor',
  'teacher',
] as const;
export type ExplicitRole = (typeof explicitRoles)[number];

/** Where a role given by hand may reach: `self` marks a member of staff before groups or courses are known. */
export const explicitScopeKinds = ['everything', 'home-school', 'self'] as const;
export type ExplicitScopeKind = (typeof explicitScopeKinds)[number];

export interface RoleToGrant {
  readonly personId: string;
  readonly role: ExplicitRole;
  readonly scopeKind: ExplicitScopeKind;
  readonly homeSchoolId: string | null;
}

const marks: readonly ExplicitRole[] = ['tutor', 'teacher'];

/** Whether a role can have such a scope at all; the table has the same check. */
export function fitsScope({ role, scopeKind, homeSchoolId }: Omit<RoleToGrant, 'personId'>): boolean {
  if ((scopeKind === 'home-school') !== (homeSchoolId !== null)) return false;
  if (role === 'admin') return scopeKind === 'everything';
  return marks.includes(role) === (scopeKind === 'self');
}

const scopeOf = ({ personId, scopeKind, homeSchoolId }: RoleToGrant): RoleScope => {
  if (scopeKind === 'everything') return { kind: 'everything' };
  return scopeKind === 'home-school' && homeSchoolId
    ? { kind: 'home-school', id: homeSchoolId }
    : { kind: 'self', id: personId };
};

/** The grants that one role gives: its scope, and always the person alone. */
export function grantsOfRole(granted: RoleToGrant): readonly Grant[] {
  const scope = scopeOf(granted);
  const self: Grant = { role: granted.role, scope: { kind: 'self', id: granted.personId } };
  return scope.kind === 'home-school' ? [{ role: granted.role, scope }, self] : [{ role: granted.role, scope }];
}

/** May somebody who reaches `scopes` as `granter` give or take this role? */
export function decideGrant(granter: readonly Grant[], { role }: Pick<RoleToGrant, 'role'>): boolean {
  const everywhere = granter.filter((grant) => grant.scope.kind === 'everything').map((grant) => grant.role);
  if (everywhere.includes('admin')) return true;
  const withinReachOfCoordinator: readonly ExplicitRole[] = ['lead-tutor', 'psychologist', 'tutor', 'teacher'];
  return everywhere.includes('coordinator') && withinReachOfCoordinator.includes(role);
}
