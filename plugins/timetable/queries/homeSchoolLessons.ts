import { addDays } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { forbidden } from '../../../server/http/problems.ts';
import type { HomeSchool } from '../../../server/school/api.ts';
import { homeSchoolsAnsweredFor } from '../access/agreementAs.ts';
import type { Apis } from '../apis.ts';
import { learnersOf, studentsOn } from '../domain/lessons/concerned.ts';
import { dayRange, todayIn } from '../domain/lessons/dayRange.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { homeSchoolUnknown, periodTooLong } from '../problems.ts';
import type { HomeSchoolLessons, HomeSchoolLessonView, HomeSchoolQuery } from '../schemas/homeSchools.ts';
import { studentsOfHomeSchool } from '../store/homeSchools.ts';
import { type LessonHistoryRow, lastChanges } from '../store/lessonChanges.ts';
import { findLessons } from '../store/lessons.ts';
import { localSpan } from './localSpan.ts';
import { namesOf } from './names.ts';

interface Wanted extends HomeSchoolQuery {
  readonly from: string;
}

/** Lessons in which students of a home school learn, for whoever answers for it; more than `most` are refused. */
export async function homeSchoolLessons(
  scope: ReadScope,
  apis: Apis,
  homeSchoolId: string,
  query: HomeSchoolQuery,
  most: number,
): Promise<HomeSchoolLessons> {
  const { id, name, zone } = await homeSchoolAs(scope, apis, homeSchoolId);
  const wanted = { ...query, from: query.from ?? todayIn(zone, scope.now) };
  const lessons = await lessonsOf(scope, apis, { id, zone }, wanted, most);
  const show = await linesOf(scope, apis, lessons, zone);
  return {
    ...{ homeSchool: { id, name, zone }, from: wanted.from, days: wanted.days },
    items: lessons.map(show).filter(({ state }) => wanted.which === 'all' || state !== 'planned'),
  };
}

/** The home school, for whoever answers for it. Home schools are known by name to everybody. */
async function homeSchoolAs(scope: ReadScope, { school }: Apis, id: string): Promise<HomeSchool> {
  const found = (await school.homeSchools(scope.db)).find((one) => one.id === id);
  if (!found) throw new Problem(homeSchoolUnknown, { id });
  if (!(homeSchoolsAnsweredFor(scope)?.includes(id) ?? true)) throw new Problem(forbidden);
  return found;
}

interface Counted extends Lesson {
  readonly students: number;
}

async function lessonsOf(
  { db }: ReadScope,
  { school }: Apis,
  { id, zone }: Pick<HomeSchool, 'id' | 'zone'>,
  { from, days }: Wanted,
  most: number,
): Promise<Counted[]> {
  // A day more on both sides: groups may live by other clocks.
  const span = { fromOn: addDays(from, -1), untilOn: addDays(from, days) };
  const stays = await studentsOfHomeSchool(db, id, span);
  const own = new Set(stays.map(({ personId }) => personId));
  const groupIds = [...new Set(stays.map(({ groupId }) => groupId))];
  const { startsAt, endsAt } = dayRange(from, days, zone);
  const lessons = await findLessons(db, { groupIds, from: startsAt, to: endsAt, limit: most + 1 });
  if (lessons.length > most) throw new Problem(periodTooLong);
  const courseIds = [...new Set(lessons.map(({ courseId }) => courseId))];
  const learn = studentsOn(await school.studentsOfCourses(db, courseIds, span));
  return lessons
    .map((lesson) => ({
      ...lesson,
      students: learnersOf(learn, lesson, lesson.on).filter((personId) => own.has(personId)).length,
    }))
    .filter(({ students }) => students > 0);
}

async function linesOf(
  { db }: ReadScope,
  apis: Apis,
  lessons: readonly Counted[],
  zone: string,
): Promise<(lesson: Counted) => HomeSchoolLessonView> {
  const names = await namesOf(apis, db, {
    people: lessons.map(({ teacherId }) => teacherId),
    courses: lessons.map(({ courseId }) => courseId),
  });
  const byHand = lessons.filter(({ isByHand }) => isByHand).map(({ id }) => id);
  const changes = new Map((await lastChanges(db, byHand)).map((change) => [change.lessonId, change]));
  return (lesson) => {
    const { id, courseId, teacherId, students, state } = lesson;
    const course = names.course(courseId);
    const { on, startsTime, endsTime } = localSpan(lesson, zone);
    const movedFrom = state === 'planned' ? before(changes.get(id), lesson, zone) : null;
    return {
      ...{ id, on, startsTime, endsTime, students, movedFrom },
      groupName: course?.groupName ?? '',
      subjectName: course?.subjectName ?? '',
      subgroupName: course?.subgroupName ?? null,
      teacherName: teacherId === null ? null : names.person(teacherId),
      state: state === 'cancelled' ? 'cancelled' : movedFrom ? 'moved' : 'planned',
    };
  };
}

/** Where a lesson stood before it was moved by hand. */
function before(change: LessonHistoryRow | undefined, lesson: Lesson, zone: string): HomeSchoolLessonView['movedFrom'] {
  if (!change?.fromStartsAt || !change.fromEndsAt) return null;
  if (change.fromStartsAt.getTime() === lesson.startsAt.getTime()) return null;
  const { on, startsTime } = localSpan({ startsAt: change.fromStartsAt, endsAt: change.fromEndsAt }, zone);
  return { on, startsTime };
}
