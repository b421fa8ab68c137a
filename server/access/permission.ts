import type { Role } from './roles.ts';

/** A named right, and the roles that have it within their scope. */
export interface Permission {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** Declares a right: `<plugin>.<verb>`, for example `timetable.publish`. */
export const definePermission = (id: string, roles: readonly Role[]): Permission => ({ id, roles });

/** Routes that need no session at all (sign-in, health, calendar feed by its secret address). */
export const anyone: Permission = { id: 'anyone', roles: [] };

/** Routes that need a signed-in person, whatever the role. */
export const signedIn: Permission = { id: 'signed-in', roles: [] };
