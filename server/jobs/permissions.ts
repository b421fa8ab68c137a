import { definePermission } from '../access/permission.ts';

/** Sees and cancels everybody's jobs; one's own need no right. */
export const overseeJobs = definePermission('jobs.oversee', ['admin']);
