import type { Grant, Role } from './roles.ts';

/**
 * Whether somebody may do what lets them enter in a person's place: give a code, change the e-mail to which a new
 * password is sent, switch the account off. Nobody may for a role that reaches further than their own: administrators
 * for everybody, coordinators of the whole centre for all but administrators and coordinators, everybody else for
 * students and families only. Whom they reach at all is another question.
 */
export function mayActInPlaceOf(grants: readonly Grant[], staffRoles: readonly Role[]): boolean {
  const everywhere = grants.filter(({ scope }) => scope.kind === 'everything').map(({ role }) => role);
  if (everywhere.includes('admin')) return true;
  if (everywhere.includes('coordinator')) return !staffRoles.some((role) => role === 'admin' || role === 'coordinator');
  return staffRoles.length === 0;
}
