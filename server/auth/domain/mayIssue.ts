import type { Grant, Role } from '../../access/roles.ts';

/**
 * Whether somebody may give a person their way in. Whoever lets another in could enter in their place, so nobody
 * does so for a role that reaches further than their own: administrators for everybody, coordinators of the whole
 * centre for all but administrators and coordinators, everybody else for students and families only.
 */
export function decideIssue(giver: readonly Grant[], staffRoles: readonly Role[]): boolean {
  const everywhere = giver.filter(({ scope }) => scope.kind === 'everything').map(({ role }) => role);
  if (everywhere.includes('admin')) return true;
  if (everywhere.includes('coordinator')) return !staffRoles.some((role) => role === 'admin' || role === 'coordinator');
  return staffRoles.length === 0;
}
