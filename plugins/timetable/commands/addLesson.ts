import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { slotAt } from '../domain/lessons/slot.ts';
import { mondayOf } from '../domain/publish/expandPattern.ts';
import { joinUrlOf } from '../domain/publish/plannedChange.ts';
import { exceptionUnknown, slotImpossible } from '../problems.ts';
import type { ExceptionRow } from '../store/exceptions.ts';
import { insertLesson } from '../store/lessons.ts';
import { patternLesson } from '../store/pattern.ts';

const minuteMs = 60_000;

/** Makes the lesson that a publication left out on one date, not held yet: it takes no time until it is moved to one. */
export async function addLesson(
  apis: Apis,
  scope: WriteScope,
  { id, publicationId, groupId, courseId, nth, heldOn }: ExceptionRow,
  local: { readonly on: string; readonly time: string },
): Promise<Lesson> {
  const pattern = await patternLesson(scope.db, publicationId, courseId, nth);
  const [group] = await apis.school.groupsByIds(scope.db, [groupId]);
  if (!pattern || !group) throw new Problem(exceptionUnknown, { id });
  const slot = slotAt(local, group.zone, pattern.minutes * minuteMs);
  if (!slot) throw new Problem(slotImpossible, { ...local, reason: 'skipped-by-clocks' });
  const lessonId = scope.newId();
  const lesson: Lesson = {
    id: lessonId,
    groupId,
    courseId,
    nth,
    weekOn: mondayOf(heldOn),
    subgroupId: pattern.subgroupId,
    teacherId: pattern.teacherId,
    on: slot.on,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    zone: group.zone,
    state: 'cancelled',
    isByHand: false,
    sequence: 0,
    revision: 1,
    commitmentId: null,
    joinUrl: joinUrlOf(group.meetingUrlTemplate, { groupId, courseId, lessonId }),
    pendingPublicationId: null,
    changedAt: scope.now,
    isExtra: false,
    forPersonId: null,
  };
  await insertLesson(scope.db, lesson, publicationId);
  return lesson;
}
