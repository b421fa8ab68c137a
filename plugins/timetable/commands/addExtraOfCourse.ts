import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { gridSlots } from '../domain/reschedule/gridSlots.ts';
import { earliestSlot } from '../domain/reschedule/policy.ts';
import { slotImpossible } from '../problems.ts';
import { soughtExtra } from '../queries/extraTimes.ts';
import { showLesson } from '../queries/showLesson.ts';
import { slotOf } from '../queries/slotOf.ts';
import type { NewExtraLesson } from '../schemas/extraLessons.ts';
import type { LessonDetail } from '../schemas/lessons.ts';
import { addExtraLesson } from './addExtraLesson.ts';

/** One lesson more of a course, for all of it or for one student: it stands in week, calendar and notices at once. */
export async function addExtraOfCourse(
  apis: Apis,
  scope: WriteScope,
  courseId: string,
  { on, time, ...wanted }: NewExtraLesson,
): Promise<LessonDetail> {
  const { course, sought } = await soughtExtra(apis, scope, courseId, wanted);
  const notBefore = earliestSlot(scope.now);
  const slot = await slotOf(apis, scope, sought, { on, time }, notBefore);
  const grid = await apis.school.gridsOf(scope.db, [sought.groupId]);
  const ms = sought.endsAt.getTime() - sought.startsAt.getTime();
  const hours = gridSlots({ grid, fromOn: on, untilOn: on, holidays: new Set(), zone: sought.zone, ms, notBefore });
  if (!hours.some((hour) => hour.time === time)) throw new Problem(slotImpossible, { on, time, reason: 'not-in-grid' });
  const { id } = await addExtraLesson(apis, scope, {
    groupId: sought.groupId,
    courseId,
    subgroupId: course.subgroupId,
    teacherId: sought.teacherId,
    zone: sought.zone,
    slot,
    forPersonId: sought.forPersonId,
    insteadOfId: null,
  });
  return showLesson(apis, scope, id);
}
