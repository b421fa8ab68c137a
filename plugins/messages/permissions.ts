import { definePermission } from '../../server/access/permission.ts';

const staff = ['admin', 'coordinator', 'head', 'lead-tutor', 'tutor', 'teacher', 'psychologist'] as const;

/** Conversations: whoever belongs to the school may have them; with whom is decided for each. */
export const writeMessages = definePermission('messages.write', [...staff, 'student', 'guardian']);
/** Conversations of staff with a student are open to those who answer for that student. */
export const superviseMessages = definePermission('messages.supervise', ['lead-tutor', 'tutor']);
/** Says that a message of a family needs no answer. */
export const settleConversations = definePermission('messages.settle', staff);
export const readContacts = definePermission('messages.read-contacts', staff);
export const noteCalls = definePermission('messages.note-calls', [
  'admin',
  'coordinator',
  'lead-tutor',
  'tutor',
  'teacher',
  'psychologist',
]);
