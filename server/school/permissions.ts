import { definePermission } from '../access/permission.ts';
import { roles } from '../access/roles.ts';

/** Reads groups, courses, terms and grids. Everybody has it within their own reach. */
export const readSchool = definePermission('school.read', roles);

/** Changes the school's structure. */
export const editSchool = definePermission('school.edit', ['admin', 'coordinator']);

/** Sees what a group lacks before a timetable can be made. */
export const checkReadiness = definePermission('school.check-readiness', [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'tutor',
]);

export const schoolPermissions = [readSchool, editSchool, checkReadiness];
