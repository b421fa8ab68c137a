import type { WriteScope } from '../../../server/host/scope.ts';
import { lessonToChange } from '../access/lessonToChange.ts';
import { refuseClosed } from '../access/openLesson.ts';
import type { Apis } from '../apis.ts';
import type { Lesson, LessonPlace } from '../domain/lessons/lesson.ts';
import type { Slot } from '../domain/lessons/slot.ts';
import { peopleOfLesson } from '../queries/peopleOfLesson.ts';
import { inTheWayOf } from '../queries/previewMove.ts';
import { showLesson } from '../queries/showLesson.ts';
import { slotOf } from '../queries/slotOf.ts';
import type { LessonDetail, MoveLesson } from '../schemas/lessons.ts';
import { withdrawOpenRequest } from './endRequest.ts';
import { refuseTaken } from './refuseTaken.ts';
import { writeLessonChange } from './writeLessonChange.ts';

/** Moves a single lesson by hand. Who is taken then must have been accepted by name; windows are advice. */
export async function moveLessonByHand(
  apis: Apis,
  scope: WriteScope,
  id: string,
  seenRevision: number,
  request: MoveLesson,
): Promise<LessonDetail> {
  const lesson = await lessonToChange(apis, scope, id, seenRevision);
  refuseClosed(lesson, scope.now);
  const slot = await slotOf(apis, scope, lesson, request, scope.now);
  await withdrawOpenRequest(apis, scope, lesson);
  await moveTo(apis, scope, lesson, slot, { reason: request.reason ?? null, accepted: request.acceptedPersonIds });
  await apis.audit.record(scope, {
    act: 'timetable.lesson-moved',
    entity: 'timetable.lesson',
    entityId: id,
    detail: {
      from: lesson.startsAt.toISOString(),
      to: slot.startsAt.toISOString(),
      accepted: request.acceptedPersonIds,
    },
  });
  return showLesson(apis, scope, id);
}

/** Moves a locked lesson to a slot; named people may then be in two places. */
export async function moveTo(
  apis: Apis,
  scope: WriteScope,
  lesson: Lesson,
  slot: Slot,
  { reason, accepted }: { readonly reason: string | null; readonly accepted: readonly string[] },
): Promise<Lesson> {
  const { personIds, taken, roomId } = await inTheWayOf(apis, scope, lesson, slot);
  const overlaps = taken
    .filter(({ subjectId }) => accepted.includes(subjectId))
    .map(({ subjectId, commitmentId }) => ({ personId: subjectId, commitmentId, reason: reason ?? 'accepted' }));
  const subjects = [...personIds, ...(roomId ? [roomId] : [])];
  const interval = { startsAt: slot.startsAt, endsAt: slot.endsAt };
  const { calendar } = apis;
  const { id: commitmentId } = await refuseTaken(apis, scope, () =>
    lesson.commitmentId === null
      ? calendar.claim(scope, { source: { plugin: 'timetable', entityId: lesson.id }, interval, subjects, overlaps })
      : calendar.moveCommitment(scope, lesson.commitmentId, interval, { subjects, overlaps }),
  );
  const to: LessonPlace = { on: slot.on, ...interval, teacherId: lesson.teacherId };
  const { everybody } = await peopleOfLesson(apis, scope, lesson, [lesson.on, slot.on]);
  return writeLessonChange(apis, scope, lesson, {
    what: 'moved',
    to,
    commitmentId,
    isByHand: true,
    reason,
    rescheduleId: null,
    concerned: everybody,
  });
}
