import type { Knex } from 'knex';
import type { Interval } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { learnersOf, studentsOn } from '../domain/lessons/concerned.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { findLessons, lessonsOfCourses } from '../store/lessons.ts';

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
  const { db, now } = scope;
  const courseIds = await apis.school.courseIdsOf(scope, studentIds);
  const first = new Date(Math.min(range.startsAt.getTime(), now.getTime()) - dayMs);
  const days = { fromOn: dayOf(first), untilOn: endless };
  const learn = studentsOn(await apis.school.studentsOfCourses(db, courseIds, days, studentIds));
  const soonUntil = new Date(now.getTime() + soonMs);
  const { shown, ahead } = await shownAndAhead(db, courseIds, range, { startsAt: now, endsAt: soonUntil });
  const soon = ahead.filter(({ state }) => state === 'planned');
  const isOf = (studentId: string) => (lesson: Lesson) => learnersOf(learn, lesson, lesson.on).includes(studentId);
  const isWaiting = studentIds.some((id) => !soon.some(isOf(id)));
  const next = isWaiting
    ? await findLessons(db, { courseIds, from: now, isPlanned: true, limit: lookAhead * studentIds.length })
    : soon;
  return new Map(studentIds.map((id) => [id, { lessons: shown.filter(isOf(id)), next: next.find(isOf(id)) }] as const));
}

const touches =
  ({ startsAt, endsAt }: Interval) =>
  (lesson: Interval): boolean =>
    lesson.endsAt > startsAt && lesson.startsAt < endsAt;

/** Lessons of the days that are shown and of those ahead, asked for at once where these overlap, as they do in the current week. */
async function shownAndAhead(db: Knex, courseIds: readonly string[], range: Interval, soon: Interval) {
  if (!touches(range)(soon)) {
    const shown = await lessonsOfCourses(db, courseIds, range.startsAt, range.endsAt);
    return { shown, ahead: await lessonsOfCourses(db, courseIds, soon.startsAt, soon.endsAt) };
  }
  const from = range.startsAt < soon.startsAt ? range.startsAt : soon.startsAt;
  const to = range.endsAt > soon.endsAt ? range.endsAt : soon.endsAt;
  const both = await lessonsOfCourses(db, courseIds, from, to);
  return { shown: both.filter(touches(range)), ahead: both.filter(touches(soon)) };
}

/** Lessons that a teacher holds. */
export async function lessonsOfTeacher(scope: ReadScope, teacherId: string, range: Interval): Promise<OwnLessons> {
  const search = { teacherIds: [teacherId] };
  const lessons = await findLessons(scope.db, { ...search, from: range.startsAt, to: range.endsAt });
  const [next] = await findLessons(scope.db, { ...search, from: scope.now, isPlanned: true, limit: 1 });
  return { lessons, next };
}
