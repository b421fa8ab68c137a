import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { type Guarded, refusing } from '../../http/refusing.ts';
import { given, type PeopleApi } from '../../people/api.ts';
import { accessOf } from '../access/accessChanges.ts';
import { courseAs } from '../access/entities.ts';
import { lockAt } from '../access/lockAt.ts';
import { mustEditSchool } from '../access/wholeSchool.ts';
import { courseChanged } from '../events.ts';
import { editSchool } from '../permissions.ts';
import { courseTwice, courseUnknown, externalIdTaken, referenceUnknown, stillInUse } from '../problems.ts';
import type { CourseChange, NewCourse } from '../schemas/school.ts';
import { unknownReferences } from '../store/references.ts';
import { deleteRow, insertRow, updateRevised } from '../store/revised.ts';
import { groupToEdit } from './groups.ts';

const guards: readonly Guarded[] = [
  { guard: 'school_course.external_id', problem: externalIdTaken },
  { guard: 'school_course_once', problem: courseTwice },
  { guard: 'reference', problem: referenceUnknown },
];

type References = Partial<Pick<NewCourse, 'subgroupId' | 'subjectId' | 'teacherId'>>;

/** Names everything in the body that does not exist, at once. */
async function mustExist(scope: WriteScope, groupId: string, references: References): Promise<void> {
  const unknown = await unknownReferences(scope.db, groupId, references);
  if (unknown.length > 0)
    throw new Problem(referenceUnknown, {
      issues: unknown.map((field) => ({ in: 'body', path: [field], code: 'unknown' })),
    });
}

/** Whoever teaches is marked as a teacher. */
async function markTeacher(people: PeopleApi, scope: WriteScope, personId: string | null | undefined): Promise<void> {
  if (personId) await people.grantRole(scope, { personId, role: 'teacher', scopeKind: 'self', homeSchoolId: null });
}

/** Adds a course to a group. Returns its id. */
export const addCourse =
  (people: PeopleApi) =>
  async (scope: WriteScope, input: NewCourse): Promise<string> => {
    await groupToEdit(scope, input.groupId);
    await mustExist(scope, input.groupId, input);
    const id = scope.newId();
    await refusing(insertRow(scope.db, 'school_course', { ...input, id }), guards);
    await markTeacher(people, scope, input.teacherId);
    scope.emit(courseChanged, { courseId: id, groupId: input.groupId });
    accessOf(scope, [input.teacherId]);
    return id;
  };

export const changeCourse =
  (people: PeopleApi) =>
  async (scope: WriteScope, id: string, change: CourseChange, ifMatch: number): Promise<void> => {
    const before = await courseAs(scope, editSchool, id);
    mustEditSchool(scope);
    await lockAt(scope, 'school_course', id, ifMatch, courseUnknown);
    await mustExist(scope, before.groupId, given(change));
    await refusing(updateRevised(scope.db, 'school_course', id, given(change)), guards);
    await markTeacher(people, scope, change.teacherId);
    scope.emit(courseChanged, { courseId: id, groupId: before.groupId });
    if (change.teacherId !== undefined || change.isActive !== undefined)
      accessOf(scope, [before.teacherId, change.teacherId ?? null]);
  };

/** Deletes a course that has no lessons; one that has is closed instead. */
export async function removeCourse(scope: WriteScope, id: string): Promise<void> {
  const { groupId, teacherId } = await courseAs(scope, editSchool, id);
  mustEditSchool(scope);
  await refusing(deleteRow(scope.db, 'school_course', id), [{ guard: 'reference', problem: stillInUse }]);
  scope.emit(courseChanged, { courseId: id, groupId });
  accessOf(scope, [teacherId]);
}
