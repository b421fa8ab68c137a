import { defineReaction, type Reaction } from '../../../server/host/plugin.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import { personChanged } from '../../../server/people/api.ts';
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
import { openRequestsPutTo, openRequestsTouching } from '../store/rescheduleParts.ts';

/** Open requests propose times of the coming weeks; this is far beyond all of them. */
const aheadMs = 100 * 86_400_000;

/** Whenever a timetable is published, a lesson or a meeting takes another time, or a teacher leaves, open requests are looked at again. */
export const watchRequests = (apis: Apis): readonly Reaction<unknown>[] => [
  defineReaction({
    id: 'timetable.watch-requests-published',
    to: timetablePublished,
    run: async (scope, { payload: { publicationId, groupId } }) => {
      // Once for all of its groups.
      if ((await groupIdsOfPublication(scope.db, publicationId)).toSorted()[0] !== groupId) return;
      const ahead = { startsAt: scope.now, endsAt: new Date(scope.now.getTime() + aheadMs) };
      const changed = changedLessonIds(scope.db, publicationId);
      await recheckRequests(apis, scope, await openRequestsTouching(scope.db, changed, ahead));
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
      if (meeting?.state === 'planned')
        await recheckRequests(apis, scope, await openRequestsTouching(scope.db, [], meeting));
    },
  }),
  defineReaction({
    id: 'timetable.watch-requests-teacher',
    to: personChanged,
    run: async (scope, { payload: { personId } }) => {
      const [person] = await apis.people.peopleByIds(scope.db, [personId]);
      if (person && !person.isActive) await recheckRequests(apis, scope, await openRequestsPutTo(scope.db, personId));
    },
  }),
];

async function recheckAround(apis: Apis, scope: WriteScope, lessonId: string): Promise<void> {
  const [lesson] = await lessonsByIds(scope.db, [lessonId]);
  if (lesson) await recheckRequests(apis, scope, await openRequestsTouching(scope.db, [lessonId], lesson));
}
