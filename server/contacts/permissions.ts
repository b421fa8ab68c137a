import { definePermission } from '../access/permission.ts';

/** Changes ways to reach others: of those in the own reach; guardians those of the children for whom they may act. */
export const editContacts = definePermission('contacts.edit', [
  'admin',
  'coordinator',
  'lead-tutor',
  'tutor',
  'student',
  'guardian',
]);

/** Notes that an address does not work. */
export const markContacts = definePermission('contacts.mark', ['admin', 'coordinator', 'lead-tutor', 'tutor']);

/** Looks up how to reach families and colleagues. */
export const seeDirectory = definePermission('contacts.see-directory', [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'tutor',
  'psychologist',
]);

/** Asks families to confirm their contacts, and sees who has. */
export const runRounds = definePermission('contacts.run-rounds', ['admin', 'coordinator', 'lead-tutor', 'tutor']);

export const contactsPermissions = [editContacts, markContacts, seeDirectory, runRounds];
