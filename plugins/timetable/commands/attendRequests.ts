import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { isOpen, lastChanceOf, stateNow } from '../domain/reschedule/decide.ts';
import type { Reschedule, StepKind } from '../domain/reschedule/reschedule.ts';
import { rescheduleDue } from '../events.ts';
import { lessonById } from '../store/lessons.ts';
import { dueReschedules, lockReschedule, updateReschedule } from '../store/reschedules.ts';
import { addStep } from './addStep.ts';
import { endRequest } from './endRequest.ts';
import { touchRequest } from './touchRequest.ts';

/** So many at a time, so that nobody waits long for the database. */
const batch = 100;

/**
 * Does what came due: reminds whose turn it is, tells the coordinator, ends requests on which nobody acted in time (they
 * can be revived), and closes those whose lesson was held.
 */
export async function attendRequests(apis: Apis, scope: WriteScope): Promise<void> {
  for (const id of await dueReschedules(scope.db, scope.now, batch)) {
    const request = await lockReschedule(scope.db, id);
    const lesson = request && (await lessonById(scope.db, request.lessonId));
    if (!request || !lesson) continue;
    await attend(apis, scope, request, lesson.groupId);
    await touchRequest(apis, scope, request);
  }
}

async function attend(apis: Apis, scope: WriteScope, request: Reschedule, groupId: string): Promise<void> {
  const state = stateNow(request, scope.now);
  if (state === 'lapsed' && request.state !== 'lapsed') {
    await endRequest(apis, scope, request, { state, what: 'lapsed', note: null, groupId });
    return;
  }
  if (state === 'done' && request.state === 'confirmed') {
    const held = { ...request, state, dueAt: null, revision: request.revision + 1 };
    await updateReschedule(scope.db, held);
    await addStep(scope, held, 'held', null);
    return;
  }
  if (isOpen(state)) await urge(scope, request, groupId);
}

/** Reminds once, and tells the coordinator once; a choice of time that is overdue stays open until the lesson begins. */
async function urge(scope: WriteScope, request: Reschedule, groupId: string): Promise<void> {
  const { now } = scope;
  const isDue = (at: Date | null): boolean => at !== null && at <= now;
  const what: StepKind = isDue(request.escalateAt) ? 'escalated' : 'reminded';
  const urged: Reschedule = {
    ...request,
    remindAt: null,
    escalateAt: what === 'escalated' ? null : request.escalateAt,
    dueAt: isDue(request.dueAt) ? lastChanceOf(request) : request.dueAt,
    revision: request.revision + 1,
  };
  await updateReschedule(scope.db, urged);
  if (!isDue(request.remindAt) && !isDue(request.escalateAt)) return;
  await addStep(scope, urged, what, null);
  scope.emit(rescheduleDue, {
    rescheduleId: request.id,
    lessonId: request.lessonId,
    groupId,
    revision: urged.revision,
    what,
  });
}
