import { definePermission } from '../access/permission.ts';

/** Brings a school in from its spreadsheets. Within the whole centre only. */
export const importPeople = definePermission('import.people', ['admin', 'coordinator']);
