import { definePermission } from '../access/permission.ts';

/** Says which hours are quiet for the families of a home school. */
export const setSchoolQuietHours = definePermission('notify.school-hours', ['admin', 'coordinator']);
