import { definePermission } from '../access/permission.ts';

/** Sees and gives to others what was asked within the own reach: whoever answers for a home school or the whole centre. */
export const manageHelp = definePermission('help.manage', ['admin', 'coordinator', 'lead-tutor']);

/** Asks for a workplace. */
export const askForWorkplace = definePermission('help.ask-for-workplace', [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'tutor',
  'teacher',
  'psychologist',
]);
