import type { Interval } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { learnersOf, studentsOn } from '../domain/lessons/concerned.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { findLessons } from '../store/lessons.ts';

/** Lessons of one person: those that touch a range, and the next one that has not ended. */
export interface OwnLessons {
  readonly lessons: readonly Lesson[];
  readonly next: Lesson | undefined;
}

const endless = '9999-12-31';
const dayMs = 86_400_000;
/** Where the next lesson almost always is; what is further away is looked for only when nothing is there. */
const soonMs = 8 * dayMs;
/** Enough to find one in which the student still is. */
const lookAhead = 60;

/** Lessons in which students learn, by student. Courses and stays decide, so that cancelled lessons are shown too. */
export async function lessonsOfStudents(
  apis: Pick<Apis, 'school'>,
  scope: ReadScope,
  studentIds: readonly string[],
  range: Interval,
): Promise<ReadonlyMap<string, OwnLessons>> {
  const search = { courseIds: await apis.school.courseIdsOf(scope, studentIds) };
  const first = new Date(Math.min(range.startsAt.getTime(), scope.now.getTime()) - dayMs);
  const days = { fromOn: dayOf(first), untilOn: endless };
  const learn = studentsOn(await apis.school.studentsOfCourses(scope.db, search.courseIds, days, studentIds));
  const lessons = await findLessons(scope.db, { ...search, from: range.startsAt, to: range.endsAt });
  const isOf = (studentId: string) => (lesson: Lesson) => learnersOf(learn, lesson, lesson.on).includes(studentId);
  const ahead = { ...search, from: scope.now, isPlanned: true };
  const soon = await findLessons(scope.db, { ...ahead, to: new Date(scope.now.getTime() + soonMs) });
  const isWaiting = studentIds.some((id) => !soon.some(isOf(id)));
  const next = isWaiting ? await findLessons(scope.db, { ...ahead, limit: lookAhead * studentIds.length }) : soon;
  return new Map(
    studentIds.map((id) => [id, { lessons: lessons.filter(isOf(id)), next: next.find(isOf(id)) }] as const),
  );
}

/** Lessons that a teacher holds. */
export async function lessonsOfTeacher(scope: ReadScope, teacherId: string, range: Interval): Promise<OwnLessons> {
  const search = { teacherIds: [teacherId] };
  const lessons = await findLessons(scope.db, { ...search, from: range.startsAt, to: range.endsAt });
  const [next] = await findLessons(scope.db, { ...search, from: scope.now, isPlanned: true, limit: 1 });
  return { lessons, next };
}
