import type { Permission } from '../../access/permission.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem, type ProblemKind } from '../../http/problem.ts';
import type { PeopleApi, PersonCard, StudentCard } from '../../people/api.ts';
import type { Reach, SchoolAccess } from '../api.ts';
import {
  courseOutOfReach,
  courseUnknown,
  groupOutOfReach,
  groupUnknown,
  guardianMayOnlyRead,
  personOutOfReach,
  personUnknown,
  studentOutOfReach,
  studentUnknown,
} from '../problems.ts';
import { coursesByIds } from '../store/courses.ts';
import { groupById } from '../store/groups.ts';
import type { Course, Group } from '../views.ts';
import { found } from './found.ts';
import { mayActForStudent, mayReachCourse, mayReachGroup, mayReachPerson, mayReachStudent } from './reach.ts';
import { seenPersonIds } from './seen.ts';
import {
  courseIdsWithin,
  groupIdsWithin,
  personIdsWithin,
  studentIdsWithin,
  subgroupIdsWithin,
  teamIdsWithin,
} from './within.ts';

function letThrough(
  reach: Reach,
  permission: Permission,
  id: string,
  unknown: ProblemKind,
  refused: ProblemKind,
): void {
  if (reach === 'unseen') throw new Problem(unknown, { id });
  if (reach === 'refused') throw new Problem(refused, { id, needs: permission.id, reason: 'role-does-not-reach' });
}

/** The person, if this permission reaches them. */
const personAs =
  (people: PeopleApi) =>
  async (scope: ReadScope, permission: Permission, id: string): Promise<PersonCard> => {
    letThrough(await mayReachPerson(scope, permission, id), permission, id, personUnknown, personOutOfReach);
    const [person] = await people.peopleByIds(scope.db, [id]);
    return found(person, personUnknown, id);
  };

const studentAs =
  (people: PeopleApi) =>
  async (scope: ReadScope, permission: Permission, id: string): Promise<StudentCard> => {
    letThrough(await mayReachStudent(scope, permission, id), permission, id, studentUnknown, studentOutOfReach);
    const [student] = await people.studentsByIds(scope.db, [id]);
    return found(student, studentUnknown, id);
  };

const studentToActFor =
  (people: PeopleApi) =>
  async (scope: ReadScope, permission: Permission, id: string): Promise<StudentCard> => {
    const student = await studentAs(people)(scope, permission, id);
    if (!(await mayActForStudent(scope, permission, id)))
      throw new Problem(guardianMayOnlyRead, { id, name: student.name, needs: permission.id });
    return student;
  };

export async function groupAs(scope: ReadScope, permission: Permission, id: string): Promise<Group> {
  letThrough(await mayReachGroup(scope, permission, id), permission, id, groupUnknown, groupOutOfReach);
  return found(await groupById(scope.db, id), groupUnknown, id);
}

export async function courseAs(scope: ReadScope, permission: Permission, id: string): Promise<Course> {
  letThrough(await mayReachCourse(scope, permission, id), permission, id, courseUnknown, courseOutOfReach);
  const [course] = await coursesByIds(scope.db, [id]);
  return found(course, courseUnknown, id);
}

/** The audited way to people, students, groups and courses. */
export const schoolAccess = (people: PeopleApi): SchoolAccess => ({
  studentIdsWithin,
  groupIdsWithin,
  subgroupIdsWithin,
  courseIdsWithin,
  personIdsWithin,
  teamIdsWithin,
  seenPersonIds,
  mayReachPerson,
  mayReachGroup,
  mayReachCourse,
  personAs: personAs(people),
  studentAs: studentAs(people),
  studentToActFor: studentToActFor(people),
  groupAs,
  courseAs,
});
