import { addDays, availabilityChanged } from '../../../server/calendar/api.ts';
import { defineReaction, type Reaction } from '../../../server/host/plugin.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import { dayOf, personChanged } from '../../../server/people/api.ts';
import { memberJoined, memberLeft, membersChanged } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';
import { watchPerson } from '../commands/watchPerson.ts';
import { namesOf } from '../queries/names.ts';
import { personTopic } from '../topics.ts';
import { tellEach } from './tellEach.ts';

/** Whenever hours, a zone or a membership change in mid-term, the tutors learn which lessons somebody cannot join any more. */
export const watchHours = (apis: Apis): readonly Reaction<unknown>[] => [
  defineReaction({
    id: 'timetable.watch-hours',
    to: availabilityChanged,
    run: (scope, { payload }) => watch(apis, scope, payload.personId),
  }),
  defineReaction({
    id: 'timetable.watch-person',
    to: personChanged,
    run: (scope, { payload }) => watch(apis, scope, payload.personId),
  }),
  defineReaction({
    id: 'timetable.watch-joined',
    to: memberJoined,
    run: (scope, { payload }) => watch(apis, scope, payload.personId),
  }),
  defineReaction({
    id: 'timetable.watch-members',
    to: membersChanged,
    run: async (scope, { payload: { groupId } }) => {
      // Of many who came at once each is looked at; those who were there before have not changed.
      const since = addDays(dayOf(scope.now), -1);
      for (const { personId, fromOn } of await apis.school.staysOfGroups(scope, [groupId]))
        if (fromOn >= since) await watch(apis, scope, personId);
    },
  }),
  defineReaction({
    id: 'timetable.watch-left',
    to: memberLeft,
    run: (scope, { payload }) => watch(apis, scope, payload.personId),
  }),
];

async function watch(apis: Apis, scope: WriteScope, personId: string): Promise<void> {
  const fresh = await watchPerson(apis, scope, personId);
  if (fresh.length === 0) return;
  const names = await namesOf(apis, scope.db, { people: [personId], courses: fresh.map(({ courseId }) => courseId) });
  const tutors = await apis.school.tutorsOf(scope, [...new Set(fresh.map(({ groupId }) => groupId))]);
  const topic = personTopic(apis.school);
  for (const tutor of tutors) scope.touch(topic, tutor.personId);
  const told = fresh.flatMap((one) =>
    tutors
      .filter(({ groupId }) => groupId === one.groupId)
      .map((tutor) => ({ personId: tutor.personId, aboutId: personId, one })),
  );
  await tellEach(apis, scope, told, ({ one }) => ({
    kind: 'timetable.cannot-join',
    params: {
      subject: names.course(one.courseId)?.subjectName ?? '',
      group: names.course(one.courseId)?.groupName ?? '',
      count: one.lessons,
    },
    link: `/timetable?lesson=${one.firstLessonId}`,
    dedupeKey: `cannot-join:${personId}:${one.courseId}:${scope.now.getTime()}`,
  }));
}
