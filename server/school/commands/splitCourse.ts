import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import { accessAroundStudents, accessOf } from '../access/accessChanges.ts';
import { courseChanged, subgroupChanged } from '../events.ts';
import { courseUnknown } from '../problems.ts';
import { insertParts } from '../store/courseParts.ts';
import { coursesByIds } from '../store/courses.ts';
import { insertRow, lockRevision, updateRevised } from '../store/revised.ts';
import type { Course } from '../views.ts';
import { enterSubgroup, subgroupNameGuards } from './subgroups.ts';

/** One part of a course that is split: a subgroup that is there, or a new one with its students. */
export type CoursePart =
  | { readonly subgroupId: string }
  | { readonly name: string; readonly studentIds: readonly string[] };

/** The course of each part; a part's subgroup is new unless it was named. */
export interface PartCourse {
  readonly courseId: string;
  readonly subgroupId: string;
}

/**
 * Goes on with a course in parts: each has a course of its own, with the same subject, teacher and lessons. The course itself is
 * closed, so that its published lessons stay as they are until another timetable is published. Asks for no rights: reach the course first.
 */
export async function splitCourse(
  scope: WriteScope,
  courseId: string,
  parts: readonly CoursePart[],
): Promise<readonly PartCourse[]> {
  const { db } = scope;
  const locked = await lockRevision(db, 'school_course', courseId);
  const [course] = await coursesByIds(db, [courseId]);
  if (!locked || !course?.isActive) throw new Problem(courseUnknown, { id: courseId });
  const made: PartCourse[] = [];
  for (const part of parts) {
    const subgroupId = 'subgroupId' in part ? part.subgroupId : await addPart(scope, course.groupId, part);
    made.push({ courseId: await addCourseOf(scope, course, subgroupId), subgroupId });
  }
  await insertParts(
    db,
    made.map(({ courseId: partCourseId }, i) => ({
      partCourseId,
      courseId,
      isNewSubgroup: 'name' in (parts[i] ?? {}),
    })),
  );
  await updateRevised(db, 'school_course', courseId, { isActive: false });
  scope.emit(courseChanged, { courseId, groupId: course.groupId });
  const students = parts.flatMap((part) => ('studentIds' in part ? part.studentIds : []));
  await accessAroundStudents(scope, students, [course.groupId]);
  accessOf(scope, [course.teacherId]);
  return made;
}

async function addPart(
  scope: WriteScope,
  groupId: string,
  { name, studentIds }: Extract<CoursePart, { readonly name: string }>,
): Promise<string> {
  const id = scope.newId();
  await refusing(insertRow(scope.db, 'school_subgroup', { id, groupId, name }), subgroupNameGuards);
  await enterSubgroup(scope, groupId, id, studentIds);
  scope.emit(subgroupChanged, { groupId, subgroupId: id });
  return id;
}

async function addCourseOf(scope: WriteScope, course: Course, subgroupId: string): Promise<string> {
  const { groupId, subjectId, teacherId, lessonsAWeek, lessonMinutes } = course;
  const id = scope.newId();
  const row = { id, groupId, subgroupId, subjectId, teacherId, lessonsAWeek, lessonMinutes };
  await insertRow(scope.db, 'school_course', row);
  scope.emit(courseChanged, { courseId: id, groupId });
  return id;
}
