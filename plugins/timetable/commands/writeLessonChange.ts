import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { Lesson, LessonPlace } from '../domain/lessons/lesson.ts';
import { lessonCancelled, lessonHandedOver, lessonMoved } from '../events.ts';
import { insertHistory, type WhatChanged } from '../store/lessonChanges.ts';
import { updateLesson } from '../store/lessons.ts';
import { personTopic } from '../topics.ts';

/** A change of one lesson whose time in the ledger has been taken or given back already. */
export interface LessonWrite {
  readonly what: WhatChanged;
  readonly to: LessonPlace;
  readonly commitmentId: string | null;
  readonly isByHand: boolean;
  readonly reason: string | null;
  readonly rescheduleId: string | null;
  /** Students and guardians, teachers: whose timetable is another one now. */
  readonly concerned: readonly string[];
}

/** Stores the change with its history, and tells. Returns the lesson as it is now. */
export async function writeLessonChange(
  apis: Pick<Apis, 'school'>,
  scope: WriteScope,
  lesson: Lesson,
  change: LessonWrite,
): Promise<Lesson> {
  const { what, to, commitmentId, isByHand, reason, rescheduleId } = change;
  const state = what === 'cancelled' ? 'cancelled' : 'planned';
  const counters = { sequence: lesson.sequence + 1, revision: lesson.revision + 1 };
  const next = { ...lesson, ...to, ...counters, state, commitmentId, isByHand, changedAt: scope.now } as const;
  const { on, startsAt, endsAt, teacherId } = next;
  await updateLesson(scope.db, lesson.id, {
    on,
    startsAt,
    endsAt,
    teacherId,
    state,
    isByHand,
    commitmentId,
    ...counters,
    changedAt: scope.now,
  });
  const isGone = state === 'cancelled';
  const wasGone = lesson.state === 'cancelled';
  await insertHistory(scope.db, [
    {
      id: scope.newId(),
      lessonId: lesson.id,
      what,
      fromHeldOn: wasGone ? null : lesson.on,
      fromStartsAt: wasGone ? null : lesson.startsAt,
      fromEndsAt: wasGone ? null : lesson.endsAt,
      fromTeacherId: wasGone ? null : lesson.teacherId,
      heldOn: isGone ? null : on,
      startsAt: isGone ? null : startsAt,
      endsAt: isGone ? null : endsAt,
      teacherId: isGone ? null : teacherId,
      byPersonId: scope.actor.personId || null,
      happenedAt: scope.now,
      reason,
      publicationId: null,
      rescheduleId,
      revision: next.revision,
      isByHandBefore: lesson.isByHand,
    },
  ]);
  emitChange(scope, lesson, next, rescheduleId);
  const topic = personTopic(apis.school);
  for (const personId of new Set(change.concerned)) scope.touch(topic, personId);
  return next;
}

function emitChange(scope: WriteScope, before: Lesson, { id, ...after }: Lesson, rescheduleId: string | null): void {
  const { groupId, courseId, revision, on } = after;
  const ids = { lessonId: id, groupId, courseId, revision };
  const startsAt = after.startsAt.toISOString();
  const isSameTime = before.state === 'planned' && before.startsAt.getTime() === after.startsAt.getTime();
  if (after.state === 'cancelled') scope.emit(lessonCancelled, { ...ids, startsAt, on });
  else if (isSameTime && before.teacherId !== after.teacherId)
    scope.emit(lessonHandedOver, { ...ids, startsAt, on, fromTeacherId: before.teacherId });
  else
    scope.emit(lessonMoved, {
      ...ids,
      fromStartsAt: before.startsAt.toISOString(),
      fromOn: before.on,
      startsAt,
      endsAt: after.endsAt.toISOString(),
      on,
      rescheduleId,
    });
}
