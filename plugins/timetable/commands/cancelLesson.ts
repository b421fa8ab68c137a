import type { WriteScope } from '../../../server/host/scope.ts';
import { lessonToChange } from '../access/lessonToChange.ts';
import { refuseClosed } from '../access/openLesson.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { peopleOfLesson } from '../queries/peopleOfLesson.ts';
import { showLesson } from '../queries/showLesson.ts';
import type { CancelLesson, LessonDetail } from '../schemas/lessons.ts';
import { withdrawOpenRequest } from './endRequest.ts';
import { writeLessonChange } from './writeLessonChange.ts';

/** Cancels a single lesson by hand; its time is free again. */
export async function cancelLesson(
  apis: Apis,
  scope: WriteScope,
  id: string,
  seenRevision: number,
  { reason }: CancelLesson,
): Promise<LessonDetail> {
  const lesson = await lessonToChange(apis, scope, id, seenRevision);
  refuseClosed(lesson, scope.now);
  await withdrawOpenRequest(apis, scope, lesson);
  await cancelIt(apis, scope, lesson, reason);
  await apis.audit.record(scope, {
    act: 'timetable.lesson-cancelled',
    entity: 'timetable.lesson',
    entityId: id,
    detail: { startsAt: lesson.startsAt.toISOString() },
  });
  return showLesson(apis, scope, id);
}

/** Cancels a locked lesson. */
export async function cancelIt(apis: Apis, scope: WriteScope, lesson: Lesson, reason: string | null): Promise<Lesson> {
  if (lesson.commitmentId !== null) await apis.calendar.release(scope, lesson.commitmentId);
  const { on, startsAt, endsAt, teacherId } = lesson;
  const { everybody } = await peopleOfLesson(apis, scope, lesson, [on]);
  return writeLessonChange(apis, scope, lesson, {
    what: 'cancelled',
    to: { on, startsAt, endsAt, teacherId },
    commitmentId: null,
    isByHand: true,
    reason,
    rescheduleId: null,
    concerned: everybody,
  });
}
