import { Problem } from '../../../server/http/problem.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { decideAsk } from '../domain/reschedule/decide.ts';
import { lessonBeingPublished, lessonCancelled, lessonOver, lessonWithoutTeacher } from '../problems.ts';

const refusals = {
  over: lessonOver,
  cancelled: lessonCancelled,
  'being-published': lessonBeingPublished,
  'no-teacher': lessonWithoutTeacher,
} as const;

/** Refuses a lesson that is cancelled, has begun or is being published. A missing teacher hinders only requests. */
export function refuseClosed(lesson: Lesson, now: Date): void {
  const decision = decideAsk(lesson, now);
  if (!decision.ok && decision.why !== 'no-teacher') throw new Problem(refusals[decision.why], { id: lesson.id });
}

/** The teacher who would have to consent; refuses a lesson for which nothing can be asked. */
export function teacherToAsk(lesson: Lesson, now: Date): string {
  const decision = decideAsk(lesson, now);
  if (!decision.ok) throw new Problem(refusals[decision.why], { id: lesson.id });
  return decision.teacherId;
}
