import { defineLink, type LinkKind } from '../../../server/links/api.ts';
import { mayOn } from '../access/boardAs.ts';
import type { Apis } from '../apis.ts';
import { confirmRead } from '../commands/confirmRead.ts';
import { noteToRead } from '../queries/noteToRead.ts';
import { topicById } from '../store/topics.ts';

/** A guardian confirms from the mail, without signing in, that the note of a week was read; the subject is the post. */
export const readNoteLink = (apis: Apis): LinkKind =>
  defineLink({
    id: 'forum.read-note',
    choices: ['read'],
    show: async (scope, postId) => {
      const note = await noteToRead(scope, apis, postId, scope.actor.personId);
      const topic = note && (await topicById(scope.db, note.post.topicId));
      if (!topic || !(await mayOn(scope, apis.school, 'read', topic.boardId))) return undefined;
      return { student: note.student, days: note.days };
    },
    decide: (scope, postId) => confirmRead(scope, apis, postId),
  });
