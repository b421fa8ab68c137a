import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { studentsOfDates } from './concernedBy.ts';
import { guardingsOf } from './guardingsOf.ts';

/** Whose timetable a change of a lesson touches. */
export interface PeopleOfLesson {
  readonly studentIds: readonly string[];
  /** Students, their guardians and the teachers. */
  readonly everybody: readonly string[];
}

/** Everybody whom a lesson concerns on any of these dates. */
export async function peopleOfLesson(
  apis: Pick<Apis, 'people' | 'school'>,
  scope: ReadScope,
  lesson: Pick<Lesson, 'courseId' | 'teacherId' | 'forPersonId'>,
  dates: readonly string[],
): Promise<PeopleOfLesson> {
  const studentIds = await studentsOfDates(apis, scope, lesson, dates);
  const guardings = await guardingsOf(apis, scope, studentIds);
  const guardians = guardings.map(({ guardianId }) => guardianId);
  const teachers = lesson.teacherId ? [lesson.teacherId] : [];
  return { studentIds, everybody: [...new Set([...studentIds, ...guardians, ...teachers])] };
}
