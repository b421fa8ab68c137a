import { defineReaction } from '../../../server/host/plugin.ts';
import type { Apis } from '../apis.ts';
import { notePosted } from '../events.ts';
import { postById } from '../store/posts.ts';
import { receiptsOf } from '../store/receipts.ts';

/** Tells each guardian of a new note, and that they are asked to confirm it. */
export const tellOfNote = (apis: Apis) =>
  defineReaction({
    id: 'forum.tell-of-note',
    to: notePosted,
    run: async (scope, { payload: { postId, studentId } }) => {
      const post = await postById(scope.db, postId);
      if (!post || !apis.notify || post.deletedAt || post.hiddenAt) return;
      const waiting = (await receiptsOf(scope.db, [postId])).filter(({ confirmedAt }) => confirmedAt === null);
      await apis.notify.tell(scope, {
        personIds: waiting.map(({ personId }) => personId),
        kind: 'forum.note',
        aboutPersonId: studentId,
        params: {},
        link: `/forum/topics/${post.topicId}?from=${post.number}`,
        dedupeKey: `forum.note:${postId}`,
      });
    },
  });
