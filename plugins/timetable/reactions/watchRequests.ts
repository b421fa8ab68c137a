import { defineReaction, type Reaction } from '../../../server/host/plugin.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { recheckRequests } from '../commands/recheckRequests.ts';
import {
  lessonAdded,
  lessonCancelled,
  lessonHandedOver,
  lessonMoved,
  meetingChanged,
  timetablePublished,
} from '../events.ts';
import { lessonsByIds } from '../store/lessons.ts';
import { meetingById } from '../store/meetings.ts';
import { changedLessonIds } from '../store/publicationChanges.ts';
import { groupIdsOfPublication } from '../store/publications.ts';

/** Open requests propose times of the coming weeks; this is far beyond all of them. */
const aheadMs = 100 * 86_400_000;

/** Whenever a timetable is published, or a lesson or a meeting takes another time, open requests are looked at again. */
export const watchRequests = (apis: Apis): readonly Reaction<unknown>[] => [
  defineReaction({
    id: 'timetable.watch-requests-published',
    to: timetablePublished,
    run: async (scope, { payload: { publicationId, groupId } }) => {
      // Once for all of its groups.
      if ((await groupIdsOfPublication(scope.db, publicationId)).toSorted()[0] !== groupId) return;
      await recheckRequests(apis, scope, {
        lessonIds: changedLessonIds(scope.db, publicationId),
        startsAt: scope.now,
        endsAt: new Date(scope.now.getTime() + aheadMs),
      });
    },
  }),
  ...[lessonMoved, lessonAdded, lessonHandedOver, lessonCancelled].map((event) =>
    defineReaction({
      id: `timetable.watch-requests-${event.name.replace(/^timetable\./, '')}`,
      to: event,
      run: (scope, { payload: { lessonId } }) => recheckAround(apis, scope, lessonId),
    }),
  ),
  defineReaction({
    id: 'timetable.watch-requests-meeting',
    to: meetingChanged,
    run: async (scope, { payload: { meetingId } }) => {
      const meeting = await meetingById(scope.db, meetingId);
      if (meeting?.state === 'planned') await recheckRequests(apis, scope, { lessonIds: [], ...timeOf(meeting) });
    },
  }),
];

async function recheckAround(apis: Apis, scope: WriteScope, lessonId: string): Promise<void> {
  const [lesson] = await lessonsByIds(scope.db, [lessonId]);
  if (lesson) await recheckRequests(apis, scope, { lessonIds: [lessonId], ...timeOf(lesson) });
}

const timeOf = ({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }) => ({ startsAt, endsAt });
