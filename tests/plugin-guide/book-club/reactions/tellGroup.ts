import { defineReaction } from '../../../../server/host/plugin.ts';
import type { NotifyApi } from '../../../../server/notify/api.ts';
import { dayOf } from '../../../../server/people/api.ts';
import type { SchoolApi } from '../../../../server/school/api.ts';
import { bookAdded } from '../events.ts';
import { bookById } from '../store/books.ts';

/** Tells the students of the group that there is something to read. */
export const tellGroup = (school: SchoolApi, notify: NotifyApi) =>
  defineReaction({
    id: 'book-club.tell-group',
    to: bookAdded,
    run: async (scope, { payload: { bookId, groupId } }) => {
      const today = dayOf(scope.now);
      const book = await bookById(scope.db, bookId);
      const people = await school.groupWithPeople(scope.db, groupId, { fromOn: today, untilOn: today });
      if (!book || !people) return;
      await notify.tell(scope, {
        personIds: people.members.map(({ personId }) => personId),
        kind: 'book-club.book-added',
        params: { title: book.title },
        link: `/groups/${groupId}`,
        dedupeKey: `book-club.book-added:${bookId}`,
      });
    },
  });
