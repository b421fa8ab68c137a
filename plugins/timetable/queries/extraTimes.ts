import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Course } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';
import { addLessons, changeLessons } from '../permissions.ts';
import { lessonWithoutTeacher, notInCourse } from '../problems.ts';
import type { ExtraTimesQuery } from '../schemas/extraLessons.ts';
import type { FreeSlots } from '../schemas/reschedules.ts';
import type { Sought } from './finderFacts.ts';
import { slotsFor } from './listFreeSlots.ts';

/** What an extra lesson of a course would be, before it has a time. */
export interface SoughtExtra {
  readonly course: Course;
  readonly sought: Sought;
}

/** Times at which a course could have one lesson more, best first. */
export async function listExtraTimes(
  apis: Apis,
  scope: ReadScope,
  courseId: string,
  wanted: ExtraTimesQuery,
): Promise<FreeSlots> {
  const { sought } = await soughtExtra(apis, scope, courseId, wanted);
  const isKnown = (await apis.school.mayReachGroup(scope, changeLessons, sought.groupId)) === 'yes';
  return slotsFor(apis, scope, { sought, holds: [], windows: [] }, { namesAbsent: isKnown, hasChains: false });
}

/** The course with its teacher and the only student for whom it is meant; refuses those who are not of the course. */
export async function soughtExtra(
  apis: Apis,
  scope: ReadScope,
  courseId: string,
  { minutes, forPersonId }: ExtraTimesQuery,
): Promise<SoughtExtra> {
  const course = await apis.school.courseAs(scope, addLessons, courseId);
  const [group] = await apis.school.groupsByIds(scope.db, [course.groupId]);
  const [teacher] = course.teacherId ? await apis.people.peopleByIds(scope.db, [course.teacherId]) : [];
  if (!group || !teacher?.isActive || !course.isActive) throw new Problem(lessonWithoutTeacher, { courseId });
  if (forPersonId !== undefined) await refuseOthers(apis, scope, courseId, forPersonId);
  const length = (minutes ?? course.lessonMinutes) * 60_000;
  const sought: Sought = {
    id: '',
    groupId: group.id,
    courseId,
    forPersonId: forPersonId ?? null,
    zone: group.zone,
    on: dayOf(scope.now),
    startsAt: scope.now,
    endsAt: new Date(scope.now.getTime() + length),
    commitmentId: null,
    teacherId: teacher.id,
  };
  return { course, sought };
}

async function refuseOthers(apis: Apis, { db, now }: ReadScope, courseId: string, personId: string): Promise<void> {
  const today = dayOf(now);
  const stays = await apis.school.studentsOfCourses(db, [courseId], { fromOn: today, untilOn: '9999-12-31' });
  if (!stays.some((stay) => stay.personId === personId)) throw new Problem(notInCourse, { courseId });
}
