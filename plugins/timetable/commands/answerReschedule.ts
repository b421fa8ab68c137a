import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { rescheduleToAct } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { decideAct } from '../domain/reschedule/decide.ts';
import type { Reschedule } from '../domain/reschedule/reschedule.ts';
import { rescheduleAnswered } from '../events.ts';
import { lessonBeingPublished, lessonMovedOn, rescheduleMovedOn, rescheduleNotYours } from '../problems.ts';
import { studentsOfDates } from '../queries/concernedBy.ts';
import { peopleOfLesson } from '../queries/peopleOfLesson.ts';
import { viewOf } from '../queries/reschedules.ts';
import type { AnswerReschedule, RescheduleView } from '../schemas/reschedules.ts';
import { updateReschedule } from '../store/reschedules.ts';
import { roomPool } from '../store/roomPool.ts';
import { addStep } from './addStep.ts';
import { endRequest } from './endRequest.ts';
import { sameLesson } from './proposeSlot.ts';
import { refuseTaken } from './refuseTaken.ts';
import { touchRequest } from './touchRequest.ts';
import { writeLessonChange } from './writeLessonChange.ts';

/** The teacher consents, and the lesson moves in the same transaction, or declines. The first answer counts. */
export async function answerRequest(
  apis: Apis,
  scope: WriteScope,
  id: string,
  { consent, note }: AnswerReschedule,
): Promise<RescheduleView> {
  const { request, groupId, part } = await rescheduleToAct(apis.school, scope, id);
  if (!part.isTeacher) throw new Problem(rescheduleNotYours, { id, reason: 'teacher-answers' });
  const decision = decideAct('answer', request, scope.now);
  if (!decision.ok) throw new Problem(rescheduleMovedOn, { id, state: decision.state });
  if (consent) await moveByConsent(apis, scope, request, note ?? null);
  else await endRequest(apis, scope, request, { state: 'declined', what: 'declined', note: note ?? null, groupId });
  await touchRequest(apis, scope, request);
  return viewOf(apis, scope, id);
}

async function moveByConsent(apis: Apis, scope: WriteScope, request: Reschedule, note: string | null): Promise<void> {
  const lesson = await sameLesson(scope, request);
  if (lesson.pendingPublicationId !== null) throw new Problem(lessonBeingPublished, { id: lesson.id });
  const { heldOn, startsAt, endsAt } = request;
  if (heldOn === null || !startsAt || !endsAt || lesson.commitmentId === null)
    throw new Problem(lessonMovedOn, { id: request.id, lessonId: lesson.id });
  const to = { on: heldOn, startsAt, endsAt, teacherId: lesson.teacherId };
  await takeHeldTime(apis, scope, request, lesson, to);
  const done: Reschedule = { ...request, state: 'done', holdId: null, revision: request.revision + 1 };
  await updateReschedule(scope.db, done);
  await addStep(scope, done, 'consented', note);
  const { everybody } = await peopleOfLesson(apis, scope, lesson, [lesson.on, to.on]);
  await writeLessonChange(apis, scope, lesson, {
    what: 'moved',
    to,
    commitmentId: lesson.commitmentId,
    isByHand: true,
    reason: null,
    rescheduleId: request.id,
    concerned: everybody,
  });
  scope.emit(rescheduleAnswered, {
    rescheduleId: request.id,
    lessonId: lesson.id,
    groupId: lesson.groupId,
    revision: done.revision,
    answer: 'done',
  });
}

/** The lesson takes the time that was held for it; its old time is free only after the commit. */
async function takeHeldTime(
  apis: Apis,
  scope: WriteScope,
  { holdId }: Reschedule,
  { courseId, commitmentId, teacherId }: Lesson,
  to: { readonly on: string; readonly startsAt: Date; readonly endsAt: Date },
): Promise<void> {
  if (commitmentId === null) return;
  const students = await studentsOfDates(apis, scope, courseId, [to.on]);
  const rooms = await roomPool(scope.db);
  const subjects = [...students, ...(teacherId ? [teacherId] : []), ...(rooms ? [rooms.id] : [])];
  await refuseTaken(apis, scope, () =>
    apis.calendar.applyChanges(scope, {
      releases: holdId === null ? [] : [holdId],
      moves: [{ id: commitmentId, interval: { startsAt: to.startsAt, endsAt: to.endsAt }, subjects }],
    }),
  );
}
