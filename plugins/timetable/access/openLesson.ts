import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { decideAsk } from '../domain/reschedule/decide.ts';
import type { RequestKind } from '../domain/reschedule/reschedule.ts';
import {
  lessonBeingPublished,
  lessonCancelled,
  lessonNotMissed,
  lessonOver,
  lessonWithoutTeacher,
} from '../problems.ts';

const refusals = {
  over: lessonOver,
  cancelled: lessonCancelled,
  'being-published': lessonBeingPublished,
  'no-teacher': lessonWithoutTeacher,
  'not-yet': lessonNotMissed,
} as const;

/** Refuses a lesson that is cancelled, has begun or is being published. A missing teacher hinders only requests. */
export function refuseClosed(lesson: Lesson, now: Date): void {
  const decision = decideAsk(lesson, now);
  if (!decision.ok && decision.why !== 'no-teacher') throw new Problem(refusals[decision.why], { id: lesson.id });
}

/** The teacher who would have to consent; refuses a lesson for which nothing can be asked. */
export function teacherToAsk(lesson: Lesson, now: Date, kind: RequestKind = 'move'): string {
  const decision = decideAsk(lesson, now, kind);
  if (!decision.ok) throw new Problem(refusals[decision.why], { id: lesson.id });
  return decision.teacherId;
}

/** The same; refuses also when the teacher has left. */
export async function activeTeacherToAsk(
  { people }: Pick<Apis, 'people'>,
  { db, now }: ReadScope,
  lesson: Lesson,
  kind: RequestKind = 'move',
): Promise<string> {
  const teacherId = teacherToAsk(lesson, now, kind);
  const [teacher] = await people.peopleByIds(db, [teacherId]);
  if (!teacher?.isActive) throw new Problem(lessonWithoutTeacher, { id: lesson.id });
  return teacherId;
}
