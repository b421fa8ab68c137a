import { defineReaction } from '../../../server/host/plugin.ts';
import type { Apis } from '../apis.ts';
import { mailingSent } from '../events.ts';
import { lettersOf, mailingsByIds } from '../store/letters.ts';

/** Tells each receiver of a letter; the letter itself is read in the product only. */
export const tellOfMailing = (apis: Apis) =>
  defineReaction({
    id: 'forum.tell-of-mailing',
    to: mailingSent,
    run: async (scope, { payload: { mailingId } }) => {
      const [mailing] = await mailingsByIds(scope.db, [mailingId]);
      if (!mailing || !apis.notify) return;
      for (const { id, personId, studentId, title } of await lettersOf(scope.db, [mailingId]))
        await apis.notify.tell(scope, {
          personIds: [personId],
          kind: 'forum.letter',
          ...(studentId && studentId !== personId ? { aboutPersonId: studentId } : {}),
          params: { title: title ?? mailing.title },
          link: `/forum/letters/${id}`,
          dedupeKey: `forum.letter:${id}`,
        });
    },
  });
