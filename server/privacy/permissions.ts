import { definePermission } from '../access/permission.ts';

/** Takes out everything that is kept about others: a coordinator of students, a guardian of own children. */
export const exportPerson = definePermission('privacy.export-person', ['admin', 'coordinator', 'guardian']);

/** Erases people who have left. */
export const erasePerson = definePermission('privacy.erase-person', ['admin', 'coordinator']);

export const permissions = [exportPerson, erasePerson] as const;
