import { definePermission } from '../../server/access/permission.ts';

/** Make drafts of the groups within reach, solve and change them. */
export const composeTimetable = definePermission('timetable.compose', ['admin', 'coordinator', 'lead-tutor', 'tutor']);

/** See how many of a group can be online at each hour of its week. */
export const seeHeatMap = definePermission('timetable.see-heat-map', [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'tutor',
  'teacher',
]);
