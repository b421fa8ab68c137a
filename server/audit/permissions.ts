import { definePermission } from '../access/permission.ts';

/** Reads who saw and changed what: coordinators of whomever they answer for, families of their own. */
export const readAudit = definePermission('audit.read', ['admin', 'coordinator', 'student', 'guardian']);

/** Reads the whole record about those for whom one answers, by person, actor and time. */
export const overseeAudit = definePermission('audit.oversee', ['admin', 'coordinator']);
