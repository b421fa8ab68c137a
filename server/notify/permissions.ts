import { definePermission } from '../access/permission.ts';

/** Says which hours are quiet for the families of a home school. */
export const setSchoolQuietHours = definePermission('notify.school-hours', ['admin', 'coordinator']);

/** Tells something at once, quiet hours or not. */
export const tellUrgently = definePermission('notify.urgent', ['admin', 'coordinator', 'head', 'lead-tutor', 'tutor']);

/** Sees whom mail or signals do not reach, within the role's reach. */
export const seeTroubles = definePermission('notify.troubles', ['admin', 'coordinator', 'lead-tutor', 'tutor']);

export const notifyPermissions = [setSchoolQuietHours, tellUrgently, seeTroubles];
