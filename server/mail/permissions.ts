import { definePermission } from '../access/permission.ts';

/** Sees which mails wait or did not arrive, of the whole installation. */
export const overseeMail = definePermission('mail.oversee', ['admin']);
