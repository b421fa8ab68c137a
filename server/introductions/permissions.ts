import { definePermission } from '../access/permission.ts';

/** Sees who is who around a student. */
export const seeIntroductions = definePermission('introductions.see', [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'tutor',
  'psychologist',
  'student',
  'guardian',
]);

/** Notes whom newcomers have met. Families note it of themselves. */
export const noteMeetings = definePermission('introductions.note', [
  'admin',
  'coordinator',
  'lead-tutor',
  'tutor',
  'student',
  'guardian',
]);

/** Sees which newcomers of a group have not met everybody. */
export const seeNewcomers = definePermission('introductions.see-newcomers', [
  'admin',
  'coordinator',
  'lead-tutor',
  'tutor',
]);

/** Decides what every newcomer is to learn. */
export const editItems = definePermission('introductions.edit-items', ['admin', 'coordinator']);

/** Shows or takes away the photograph of a child. */
export const showPhoto = definePermission('introductions.show-photo', ['guardian']);

/** Takes away a photograph. */
export const takePhoto = definePermission('introductions.take-photo', ['admin', 'coordinator', 'guardian', 'student']);

export const introductionsPermissions = [seeIntroductions, noteMeetings, seeNewcomers, editItems, showPhoto, takePhoto];
