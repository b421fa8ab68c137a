import { definePermission } from '../access/permission.ts';

/** Gives people their way in: invitations and codes for a new password. To whom exactly, `mayActInPlaceOf` says. */
export const letPeopleIn = definePermission('auth.let-in', ['admin', 'coordinator', 'lead-tutor', 'tutor']);

/** Locks accounts out, and takes a second factor away whose phone is lost. */
export const lockAccounts = definePermission('auth.lock', ['admin', 'coordinator']);

/** Looks at the pages of a role, in a school without anybody in it. */
export const viewAsRole = definePermission('auth.view-as', ['admin']);

export const authPermissions = [letPeopleIn, lockAccounts, viewAsRole];
