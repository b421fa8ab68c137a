import { definePermission } from '../access/permission.ts';
import { roles } from '../access/roles.ts';

/** Sees when somebody can be online, within the role's reach; one's own always. */
export const readAvailability = definePermission('calendar.read-availability', roles);

/** Says when somebody can be online. One's own needs no role; a teacher does not say it for students. */
export const writeAvailability = definePermission('calendar.write-availability', [
  'admin',
  'lead-tutor',
  'tutor',
  'student',
  'guardian',
]);

/** Says which hours a student is taken by the home school. */
export const writeHomeSchoolHours = definePermission('calendar.write-home-school-hours', ['admin', 'coordinator']);

export const permissions = [readAvailability, writeAvailability, writeHomeSchoolHours] as const;
