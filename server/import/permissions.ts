import { definePermission } from '../access/permission.ts';

/** Brings a school in from its spreadsheets. Within the whole centre only. */
export const importPeople = definePermission('import.people', ['admin', 'coordinator']);

/** Sends a home school's own hours as a table: whoever answers for that home school. */
export const sendHours = definePermission('import.send-hours', ['admin', 'coordinator']);
