import { definePermission } from '../../server/access/permission.ts';
import { roles } from '../../server/access/roles.ts';

/** Reads and writes on the boards within reach; which these are, `domain/boards.ts` says. */
export const useForum = definePermission('forum.use', roles);

/** Begins councils and case conferences, which only staff see. */
export const holdCouncils = definePermission('forum.hold-councils', ['admin', 'head', 'lead-tutor']);
export const holdCases = definePermission('forum.hold-cases', ['admin', 'lead-tutor', 'tutor', 'psychologist']);

/** Decides about reported posts, opens progress threads to students and invites to them. */
export const keepForum = definePermission('forum.keep', ['admin', 'head', 'lead-tutor', 'tutor', 'teacher']);

/** Writes the weekly progress notes of students. */
export const writeNotes = definePermission('forum.write-notes', ['admin', 'lead-tutor', 'tutor']);

/** Keeps the shelf of a group; everybody who reaches the group reads it. */
export const keepMaterials = definePermission('forum.keep-materials', ['admin', 'lead-tutor', 'tutor', 'teacher']);

/** Writes letters to the people of a group, and prints packs for those without internet. */
export const sendLetters = definePermission('forum.send-letters', ['admin', 'lead-tutor', 'tutor']);
