import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Course } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';
import { addLessons } from '../permissions.ts';
import type { ExtraCourses, ExtraCoursesQuery } from '../schemas/extraLessons.ts';
import { namesOf } from './names.ts';

/** Courses of a group or a student in which the actor may hold one lesson more, with those for whom it could be. */
export async function extraCourses(apis: Apis, scope: ReadScope, query: ExtraCoursesQuery): Promise<ExtraCourses> {
  const { of, courses } = await coursesOf(apis, scope, query);
  const within = apis.school.courseIdsWithin(scope, scopesOf(scope.actor, addLessons));
  const reached = new Set<string>(
    await scope.db
      .from(within.as('within'))
      .whereIn(
        'within.id',
        courses.map(({ id }) => id),
      )
      .pluck('within.id'),
  );
  const open = courses.filter(({ id, isActive, teacherId }) => isActive && teacherId !== null && reached.has(id));
  const today = dayOf(scope.now);
  const stays = await apis.school.studentsOfCourses(
    scope.db,
    open.map(({ id }) => id),
    { fromOn: today, untilOn: today },
  );
  const names = await namesOf(apis, scope.db, { people: stays.map(({ personId }) => personId), courses: [] });
  const studentsOf = (courseId: string) =>
    [...new Set(stays.filter((stay) => stay.courseId === courseId).map(({ personId }) => personId))]
      .map((id) => ({ id, name: names.person(id) }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    of,
    items: open
      .map(({ id, subjectName, subgroupName, groupName, teacherName, lessonMinutes }) => ({
        id,
        subjectName: subgroupName ? `${subjectName} (${subgroupName})` : subjectName,
        groupName,
        teacherName: teacherName ?? '',
        lessonMinutes,
        students: studentsOf(id),
      }))
      .toSorted((a, b) => a.subjectName.localeCompare(b.subjectName)),
  };
}

async function coursesOf(
  { school }: Apis,
  scope: ReadScope,
  query: ExtraCoursesQuery,
): Promise<{ readonly of: ExtraCourses['of']; readonly courses: readonly Course[] }> {
  if ('groupId' in query) {
    const { id, name } = await school.groupAs(scope, addLessons, query.groupId);
    return { of: { id, name }, courses: await school.coursesOfGroups(scope.db, [id]) };
  }
  const { id, name } = await school.studentAs(scope, addLessons, query.studentId);
  return { of: { id, name }, courses: await school.coursesOfStudent(scope, id) };
}
