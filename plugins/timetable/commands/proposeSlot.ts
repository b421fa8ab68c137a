import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { teacherToAsk } from '../access/openLesson.ts';
import { rescheduleToAct, type SeenReschedule } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { decideAct, stateNow } from '../domain/reschedule/decide.ts';
import { answerUntil, earliestSlot } from '../domain/reschedule/policy.ts';
import type { Reschedule } from '../domain/reschedule/reschedule.ts';
import { rescheduleAsked } from '../events.ts';
import { lessonMovedOn, rescheduleMovedOn, rescheduleNotYours, rescheduleUnknown } from '../problems.ts';
import { studentsOfDates } from '../queries/concernedBy.ts';
import { viewOf } from '../queries/reschedules.ts';
import { slotOf } from '../queries/slotOf.ts';
import type { SlotRequest } from '../schemas/lessons.ts';
import type { RescheduleView } from '../schemas/reschedules.ts';
import { lockLesson } from '../store/lessons.ts';
import { updateReschedule } from '../store/reschedules.ts';
import { roomPool } from '../store/roomPool.ts';
import { addStep } from './addStep.ts';
import { refuseTaken } from './refuseTaken.ts';
import { touchRequest } from './touchRequest.ts';

/** Puts a time to the teacher and holds it until the answer is due; the time proposed before is given back. */
export async function proposeSlot(
  apis: Apis,
  scope: WriteScope,
  id: string,
  slot: SlotRequest,
): Promise<RescheduleView> {
  const seen = await rescheduleToAct(apis.school, scope, id);
  refuseUnlessAsking(seen);
  const decision = decideAct('propose', seen.request, scope.now);
  if (!decision.ok) throw new Problem(rescheduleMovedOn, { id, state: decision.state });
  const lesson = await sameLesson(scope, seen.request);
  await putToTeacher(apis, scope, seen.request, lesson, slot);
  return viewOf(apis, scope, id);
}

/** Only who asked, who may act for the person it is for, and tutors go on with a request. */
export function refuseUnlessAsking({ request, part }: SeenReschedule): void {
  if (!part.isAsking) throw new Problem(rescheduleNotYours, { id: request.id, reason: 'not-asking' });
}

/** The lesson, locked; refuses when it is no longer where it was when it was asked for. */
export async function sameLesson(scope: WriteScope, request: Reschedule): Promise<Lesson> {
  const lesson = await lockLesson(scope.db, request.lessonId);
  if (!lesson) throw new Problem(rescheduleUnknown, { id: request.id });
  if (lesson.state === 'cancelled' || lesson.startsAt.getTime() !== request.fromStartsAt.getTime())
    throw new Problem(lessonMovedOn, { id: request.id, lessonId: lesson.id });
  return lesson;
}

/** Holds the time in the ledger and writes the request; both are locked by the caller. */
export async function putToTeacher(
  apis: Apis,
  scope: WriteScope,
  request: Reschedule,
  lesson: Lesson,
  wanted: SlotRequest,
): Promise<void> {
  const teacherId = teacherToAsk(lesson, scope.now);
  const slot = await slotOf(apis, scope, lesson, wanted, earliestSlot(scope.now));
  const students = await studentsOfDates(apis, scope, lesson.courseId, [slot.on]);
  const rooms = await roomPool(scope.db);
  const until = answerUntil(scope.now, lesson.startsAt, slot.startsAt);
  const interval = { startsAt: slot.startsAt, endsAt: slot.endsAt };
  const [hold] = await refuseTaken(apis, scope, () =>
    apis.calendar.applyChanges(scope, {
      releases: request.holdId === null ? [] : [request.holdId],
      claims: [
        {
          source: { plugin: 'timetable', entityId: request.id },
          interval,
          subjects: [teacherId, ...students, ...(rooms ? [rooms.id] : [])],
          holdUntil: until,
        },
      ],
    }),
  );
  const isRevived = stateNow(request, scope.now) === 'lapsed';
  const proposed: Reschedule = {
    ...request,
    teacherId,
    state: 'proposed',
    heldOn: slot.on,
    ...interval,
    answerUntilAt: until,
    holdId: hold?.id ?? null,
    revision: request.revision + 1,
  };
  await updateReschedule(scope.db, proposed);
  if (isRevived) await addStep(scope, proposed, 'revived', null);
  await addStep(scope, proposed, 'proposed', null);
  scope.emit(rescheduleAsked, {
    rescheduleId: request.id,
    lessonId: lesson.id,
    groupId: lesson.groupId,
    revision: proposed.revision,
  });
  await touchRequest(apis, scope, proposed);
}
