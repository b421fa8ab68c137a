import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { accessAroundStudents, accessOf } from '../access/accessChanges.ts';
import { courseChanged, subgroupChanged } from '../events.ts';
import { courseNotSplit } from '../problems.ts';
import { deleteParts, emptySubgroups, partsOfCourse, peopleOfSubgroups } from '../store/courseParts.ts';
import { coursesByIds } from '../store/courses.ts';
import { lockRevision, updateRevised } from '../store/revised.ts';
import { removeSchool } from './removeSchool.ts';

/**
 * Goes on with a course as one again: its parts go, and the subgroups that were made for them; what something else refers to
 * by now is only closed. Asks for no rights, and not whether a part had lessons: see to both first.
 */
export async function undoSplit(scope: WriteScope, courseId: string): Promise<void> {
  const { db } = scope;
  const locked = await lockRevision(db, 'school_course', courseId);
  const [course] = await coursesByIds(db, [courseId]);
  const parts = await partsOfCourse(db, courseId);
  if (!locked || !course || course.isActive || parts.length === 0) throw new Problem(courseNotSplit, { id: courseId });
  const made = parts.flatMap(({ isNewSubgroup, subgroupId }) => (isNewSubgroup && subgroupId ? [subgroupId] : []));
  const students = await peopleOfSubgroups(db, made);
  await accessAroundStudents(scope, students, [course.groupId]);
  await deleteParts(db, courseId);
  await emptySubgroups(db, made);
  const courses = parts.map(({ partCourseId }) => partCourseId);
  const none = { holidays: [], terms: [], groups: [], subjects: [] };
  const kept = new Set(await removeSchool(scope, { ...none, courses, subgroups: made }));
  for (const id of courses) if (kept.has(id)) await updateRevised(db, 'school_course', id, { isActive: false });
  await updateRevised(db, 'school_course', courseId, { isActive: true });
  for (const subgroupId of made) scope.emit(subgroupChanged, { groupId: course.groupId, subgroupId });
  scope.emit(courseChanged, { courseId, groupId: course.groupId });
  accessOf(scope, [course.teacherId]);
}
