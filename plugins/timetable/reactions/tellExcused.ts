import { defineReaction, type Reaction } from '../../../server/host/plugin.ts';
import type { Apis } from '../apis.ts';
import { timeText } from '../domain/lessons/timeText.ts';
import { timetablePublished } from '../events.ts';
import { guardingsOf } from '../queries/guardingsOf.ts';
import { namesOf } from '../queries/names.ts';
import { type ChangedExcuse, excusesChangedBy } from '../store/excuses.ts';
import { personTopic } from '../topics.ts';
import { type Recipient, tellEach } from './tellEach.ts';

interface Told extends Recipient {
  readonly change: ChangedExcuse;
}

/** Tells a student, the guardians and the teacher from when on the student need not come to a lesson, or must again. */
export const tellExcused = (apis: Apis): Reaction<unknown> =>
  defineReaction({
    id: 'timetable.tell-excused',
    to: timetablePublished,
    run: async (scope, { payload: { publicationId, groupId } }) => {
      const first = firstOfEach(await excusesChangedBy(scope.db, publicationId, groupId));
      if (first.length === 0) return;
      const guardings = await guardingsOf(apis, scope, [...new Set(first.map(({ studentId }) => studentId))]);
      const told = first.flatMap((change): Told[] => [
        { change, personId: change.studentId, aboutId: null },
        ...guardings
          .filter(({ studentId }) => studentId === change.studentId)
          .map(({ guardianId }) => ({ change, personId: guardianId, aboutId: change.studentId })),
        ...(change.teacherId ? [{ change, personId: change.teacherId, aboutId: change.studentId }] : []),
      ]);
      const names = await namesOf(apis, scope.db, { people: [], courses: first.map(({ courseId }) => courseId) });
      const topic = personTopic(apis.school);
      for (const personId of new Set(told.map((one) => one.personId))) scope.touch(topic, personId);
      await tellEach(apis, scope, told, ({ change, personId, aboutId }, { language, zone }) => {
        const course = names.course(change.courseId);
        const isFamily = change.teacherId !== personId && aboutId !== null;
        return {
          kind: change.isEnded ? 'timetable.expected' : 'timetable.excused',
          params: {
            subject: course?.subjectName ?? '',
            group: course?.groupName ?? '',
            from: timeText(change.startsAt, language, zone),
          },
          link: `/timetable?from=${change.on}${isFamily ? `&person=${aboutId}` : ''}`,
          dedupeKey: `excused:${publicationId}:${change.courseId}:${change.nth}:${change.studentId}:${change.isEnded}`,
        };
      });
    },
  });

/** A lesson of the week is told of once, with its first date. Another substitute alone is told of as an excuse. */
function firstOfEach(changes: readonly ChangedExcuse[]): readonly ChangedExcuse[] {
  const keyOf = ({ studentId, courseId, nth }: ChangedExcuse): string => `${studentId} ${courseId} ${nth}`;
  const first = new Map<string, ChangedExcuse>();
  for (const change of changes) if (!first.has(keyOf(change))) first.set(keyOf(change), change);
  return [...first.values()];
}
