import { definePermission } from '../../../server/access/permission.ts';

export const readBooks = definePermission('book-club.read', ['admin', 'tutor', 'teacher', 'student', 'guardian']);
export const keepBooks = definePermission('book-club.keep', ['admin', 'tutor']);
