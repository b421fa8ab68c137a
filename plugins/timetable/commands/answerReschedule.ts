import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { rescheduleToAct, type SeenReschedule } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import { decideAct } from '../domain/reschedule/decide.ts';
import { rescheduleAsked } from '../events.ts';
import { rescheduleMovedOn, rescheduleNotYours } from '../problems.ts';
import { isTeacherEnough } from '../queries/policyOf.ts';
import { viewOf } from '../queries/reschedules.ts';
import type { AnswerReschedule, RescheduleView } from '../schemas/reschedules.ts';
import { agreeParts } from '../store/rescheduleParts.ts';
import { updateReschedule } from '../store/reschedules.ts';
import { addStep } from './addStep.ts';
import { carryOut } from './carryOut.ts';
import { endRequest } from './endRequest.ts';
import { prolongHolds } from './holdTimes.ts';
import { deadlineFor } from './requestDeadline.ts';
import { touchRequest } from './touchRequest.ts';

/** A teacher agrees or declines. The first answer counts; when all have agreed the tutor confirms, or it is done at once. */
export async function answerRequest(
  apis: Apis,
  scope: WriteScope,
  id: string,
  { consent, note }: AnswerReschedule,
): Promise<RescheduleView> {
  const seen = await rescheduleToAct(apis, scope, id);
  const { request, groupId, part, parts } = seen;
  const isTheirs = parts.some(({ teacherId }) => teacherId === scope.actor.personId);
  if (!isTheirs && !part.isOwnTeacher) throw new Problem(rescheduleNotYours, { id, reason: 'teacher-answers' });
  const decision = decideAct('answer', request, scope.now);
  if (!decision.ok || !part.isTeacher)
    throw new Problem(rescheduleMovedOn, { id, state: decision.ok ? 'agreed' : decision.state });
  if (consent) await agree(apis, scope, seen, note ?? null);
  else await endRequest(apis, scope, request, { state: 'declined', what: 'declined', note: note ?? null, groupId });
  await touchRequest(apis, scope, request);
  return viewOf(apis, scope, id);
}

async function agree(apis: Apis, scope: WriteScope, seen: SeenReschedule, note: string | null): Promise<void> {
  const { request, parts, groupId, part } = seen;
  const me = scope.actor.personId;
  await agreeParts(scope.db, request.id, me);
  const isLast = parts.every(({ isAgreed, teacherId }) => isAgreed || teacherId === me);
  const isEnough = request.isSettledAhead || (await isTeacherEnough(scope, groupId));
  if (isLast && isEnough && !part.needsCoordinator) {
    await addStep(scope, request, 'consented', note);
    await carryOut(apis, scope, seen);
    return;
  }
  await addStep(scope, request, 'agreed', note);
  const { revision } = request;
  const next = isLast
    ? { ...request, state: 'agreed' as const, ...deadlineFor('agreed', scope.now, request, parts) }
    : request;
  const agreed = { ...next, revision: revision + 1 };
  await updateReschedule(scope.db, agreed);
  if (isLast) await prolongHolds(apis, scope, agreed, parts);
  scope.emit(rescheduleAsked, {
    rescheduleId: request.id,
    lessonId: request.lessonId,
    groupId,
    revision: agreed.revision,
  });
}
