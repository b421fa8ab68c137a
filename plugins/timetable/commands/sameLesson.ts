import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import type { Reschedule } from '../domain/reschedule/reschedule.ts';
import { lessonMovedOn, rescheduleUnknown } from '../problems.ts';
import { lockLesson } from '../store/lessons.ts';

/** The lesson, locked; refuses when it is no longer where it was when it was asked for. */
export async function sameLesson(
  scope: WriteScope,
  { id, kind, lessonId, fromStartsAt }: Pick<Reschedule, 'id' | 'kind' | 'lessonId' | 'fromStartsAt'>,
): Promise<Lesson> {
  const lesson = await lockLesson(scope.db, lessonId);
  if (!lesson) throw new Problem(rescheduleUnknown, { id });
  const isGone = kind === 'move' && lesson.state === 'cancelled';
  if (isGone || lesson.startsAt.getTime() !== fromStartsAt.getTime())
    throw new Problem(lessonMovedOn, { id, lessonId: lesson.id });
  return lesson;
}
