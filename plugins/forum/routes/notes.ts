import { defineRead, defineWrite } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { postNotes, saveRemark } from '../commands/notes.ts';
import { useForum, writeNotes } from '../permissions.ts';
import { boardRefused, boardUnknown, notePostedAlready, notesDiffer } from '../problems.ts';
import { listNotes, notesToday } from '../queries/notes.ts';
import { Saved } from '../schemas/common.ts';
import {
  NoteList,
  NotePath,
  NoteRemark,
  NotesPath,
  NotesPosted,
  NotesQuery,
  NotesToday,
  NotesToPost,
} from '../schemas/notes.ts';

export const noteRoutes = (apis: Apis) => [
  defineRead({
    path: '/forum/notes-today',
    operationId: 'showNotesToday',
    summary: 'Progress notes that you have to confirm or to post, and those that nobody has read.',
    permission: useForum,
    output: NotesToday,
    handle: (scope) => notesToday(scope, apis),
  }),
  defineRead({
    path: '/forum/groups/:groupId/notes',
    operationId: 'listNotes',
    summary: 'The weekly progress notes of a group, as they would be posted or were.',
    permission: writeNotes,
    isHeavy: true,
    params: NotesPath,
    query: NotesQuery,
    output: NoteList,
    handle: (scope, { params, query }) => listNotes(scope, apis, params.groupId, query.weekOn),
  }),
  defineWrite({
    method: 'put',
    path: '/forum/notes/:studentId/:weekOn',
    operationId: 'saveNoteRemark',
    summary: 'Stores what you add to a progress note that is not posted yet.',
    permission: writeNotes,
    about: { notKept: 'A draft of its author until it is posted.' },
    params: NotePath,
    body: NoteRemark,
    output: Saved,
    problems: [notePostedAlready],
    handle: async (scope, { params, body }) => ({ revision: await saveRemark(scope, apis, params, body) }),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/notes/post',
    operationId: 'postNotes',
    summary: 'Posts progress notes to the threads of their students, all or none.',
    permission: writeNotes,
    about: { notKept: 'What is posted stays in the thread with its author.' },
    isHeavy: true,
    body: NotesToPost,
    output: NotesPosted,
    problems: [boardUnknown, boardRefused, notePostedAlready, notesDiffer],
    handle: async (scope, { body }) => ({ posted: await postNotes(scope, apis, body) }),
  }),
];
