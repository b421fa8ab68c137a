import { addDays } from '../../../server/calendar/api.ts';
import type { TextValue } from '../../../server/host/readableValues.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { defineProgressSection, type SectionLine, type StudentWeek } from '../../../server/progress/api.ts';
import type { Apis } from '../apis.ts';
import { dayRange } from '../domain/lessons/dayRange.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { type LessonHistoryRow, lastChanges } from '../store/lessonChanges.ts';
import { lessonsOfStudents } from './lessonsOfPeople.ts';

type Parts = Pick<Apis, 'school' | 'people'>;

/** The lessons of a student's week, and which of them changed. */
async function lessonsIn(scope: ReadScope, apis: Parts, { studentId, fromOn, untilOn }: StudentWeek) {
  const [student] = await apis.people.peopleByIds(scope.db, [studentId]);
  const days = Math.round((Date.parse(untilOn) - Date.parse(fromOn)) / 86_400_000) + 1;
  const range = dayRange(fromOn, days, student?.zone ?? 'UTC');
  return (await lessonsOfStudents(apis, scope, [studentId], range)).get(studentId)?.lessons ?? [];
}

async function subjectsOf(scope: ReadScope, { school }: Parts, lessons: readonly Lesson[]) {
  const courses = await school.coursesByIds(scope.db, [...new Set(lessons.map(({ courseId }) => courseId))]);
  return new Map(courses.map(({ id, subjectName }) => [id, subjectName]));
}

/** How many lessons of each subject there were. */
export const weekOfLessons = (apis: Parts) =>
  defineProgressSection({
    id: 'timetable.lessons',
    order: 10,
    linesOf: async (scope, week) => {
      const held = (await lessonsIn(scope, apis, week)).filter(({ state }) => state === 'planned');
      const subjects = await subjectsOf(scope, apis, held);
      const counts = new Map<string, number>();
      for (const { courseId } of held) {
        const subject = subjects.get(courseId) ?? '';
        counts.set(subject, (counts.get(subject) ?? 0) + 1);
      }
      return [...counts]
        .sort(([a], [b]) => a.localeCompare(b, 'ru'))
        .map(([subject, count]) => ({ key: 'subject', values: { subject, count } }));
    },
  });

/** Lessons of the week that were moved or cancelled. */
export const weekOfChanges = (apis: Parts) =>
  defineProgressSection({
    id: 'timetable.changes',
    order: 15,
    linesOf: async (scope, week) => {
      const wide = { ...week, fromOn: addDays(week.fromOn, -7), untilOn: addDays(week.untilOn, 7) };
      const lessons = await lessonsIn(scope, apis, wide);
      const subjects = await subjectsOf(scope, apis, lessons);
      const changes = new Map(
        (
          await lastChanges(
            scope.db,
            lessons.map(({ id }) => id),
          )
        ).map((change) => [change.lessonId, change]),
      );
      return lessons.flatMap((lesson) => {
        const change = changes.get(lesson.id);
        const line = change && touches(change, lesson, week) ? lineOf(change, lesson) : undefined;
        return line ? [{ ...line, values: { ...line.values, subject: subjects.get(lesson.courseId) ?? '' } }] : [];
      });
    },
  });

/** Whether a change takes a lesson out of the week, into it, or to another time within it. */
const touches = ({ fromHeldOn }: LessonHistoryRow, { on }: Lesson, { fromOn, untilOn }: StudentWeek): boolean =>
  [fromHeldOn, on].some((day) => day !== null && day >= fromOn && day <= untilOn);

const iso = (at: Date | null): TextValue => at?.toISOString() ?? null;

function lineOf({ what, fromStartsAt }: LessonHistoryRow, lesson: Lesson): SectionLine | undefined {
  if (lesson.state === 'cancelled') return { key: 'cancelled', values: { from: iso(fromStartsAt ?? lesson.startsAt) } };
  return what === 'moved' ? { key: 'moved', values: { from: iso(fromStartsAt), to: iso(lesson.startsAt) } } : undefined;
}
