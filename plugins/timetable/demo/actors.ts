import type { Grant } from '../../../server/access/roles.ts';
import type { DemoContext } from '../../../server/host/demo.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';

/** A group of the demo school with people who ask and answer. */
export interface Cast {
  readonly groupId: string;
  readonly tutorId: string;
  readonly studentIds: readonly string[];
  readonly courseOf: ReadonlyMap<string, string>;
}

/** Those who take part in one group's requests; undefined for a group without tutor or students. */
export async function castOf(apis: Apis, scope: WriteScope, groupId: string): Promise<Cast | undefined> {
  const today = dayOf(scope.now);
  const group = await apis.school.groupWithPeople(scope.db, groupId, { fromOn: today, untilOn: today });
  const tutorId = group?.tutors[0]?.personId;
  const studentIds = (group?.members ?? []).map(({ personId }) => personId);
  if (!tutorId || studentIds.length < 6) return undefined;
  const courses = await apis.school.coursesOfGroups(scope.db, [groupId]);
  return {
    groupId,
    tutorId,
    studentIds,
    courseOf: new Map(courses.map(({ id, teacherId }) => [id, teacherId ?? ''])),
  };
}

const acting = (scope: WriteScope, personId: string, grants: readonly Grant[], now = scope.now): WriteScope => ({
  ...scope,
  now,
  actor: { ...scope.actor, personId, grants },
});

export const asTutor = (scope: WriteScope, { tutorId, groupId }: Cast, now?: Date): WriteScope =>
  acting(scope, tutorId, [{ role: 'tutor', scope: { kind: 'group', id: groupId } }], now);

export const asStudent = (scope: WriteScope, studentId: string, now?: Date): WriteScope =>
  acting(scope, studentId, [{ role: 'student', scope: { kind: 'self', id: studentId } }], now);

/** As whoever teaches a course of the group. */
export const asTeacher = (scope: WriteScope, { courseOf }: Cast, courseId: string, now?: Date): WriteScope =>
  acting(scope, courseOf.get(courseId) ?? '', [{ role: 'teacher', scope: { kind: 'course', id: courseId } }], now);

/** What is made in one go, or left out: a demo never stops because a seed leaves no free hour. */
export async function ifPossible(demo: DemoContext, work: (scope: WriteScope) => Promise<unknown>): Promise<void> {
  try {
    await demo.write(work);
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason;
  }
}
