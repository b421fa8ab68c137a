import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { studentsOfDates } from '../queries/concernedBy.ts';
import { guardingsOf } from '../queries/guardingsOf.ts';
import { homeSchoolsOf } from '../queries/homeSchoolsOf.ts';
import type { Recipient } from './tellEach.ts';

/** Students of a lesson on some dates, their guardians (once for each child), the teacher, the group's tutors and the coordinators of home schools. */
export async function recipientsOf(
  apis: Apis,
  scope: WriteScope,
  lesson: Pick<Lesson, 'courseId' | 'groupId' | 'teacherId' | 'forPersonId'>,
  dates: readonly string[],
): Promise<readonly Recipient[]> {
  const { groupId, teacherId } = lesson;
  const students = await studentsOfDates(apis, scope, lesson, dates);
  const guardings = await guardingsOf(apis, scope, students);
  const tutors = await apis.school.tutorsOf(scope, [groupId]);
  const schools = await homeSchoolsOf(apis, scope, students);
  const staff = new Set([...(teacherId ? [teacherId] : []), ...tutors.map(({ personId }) => personId)]);
  const coordinators = new Map(
    schools.flatMap(({ homeSchoolId, coordinatorIds }) => coordinatorIds.map((id) => [id, homeSchoolId] as const)),
  );
  return [
    ...[...coordinators].flatMap(([personId, homeSchoolId]): Recipient[] =>
      staff.has(personId) ? [] : [{ personId, aboutId: null, homeSchoolId }],
    ),
    ...[...students, ...staff].map((personId): Recipient => ({ personId, aboutId: null })),
    ...guardings.map(({ guardianId, studentId }): Recipient => ({ personId: guardianId, aboutId: studentId })),
  ];
}
