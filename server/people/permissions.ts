import { definePermission } from '../access/permission.ts';
import { roles } from '../access/roles.ts';

/** Reads a person: names, zone, line, guardians. Everybody has it within their own reach. */
export const readPeople = definePermission('people.read', roles);

/** Sees telephone and e-mail. Teachers have no need of them; students and guardians see their own. */
export const readContacts = definePermission('people.read-contacts', [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'tutor',
  'psychologist',
  'student',
  'guardian',
]);

/** Adds and changes people and guardianships. */
export const editPeople = definePermission('people.edit', ['admin', 'coordinator']);

/** Gives and takes roles; which ones is decided by `decideGrant`. */
export const grantRoles = definePermission('people.grant-roles', ['admin', 'coordinator']);

/** Sees who of a family may see and act, what a court has limited, and who must not reach whom. */
export const seeRights = definePermission('people.see-rights', [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'tutor',
  'psychologist',
]);

export const peoplePermissions = [readPeople, readContacts, editPeople, grantRoles, seeRights];
