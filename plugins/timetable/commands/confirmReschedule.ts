import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { rescheduleToAct } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import { decideAct } from '../domain/reschedule/decide.ts';
import { rescheduleMovedOn, rescheduleNotYours } from '../problems.ts';
import { viewOf } from '../queries/reschedules.ts';
import type { ConfirmReschedule, RescheduleView } from '../schemas/reschedules.ts';
import { addStep } from './addStep.ts';
import { carryOut } from './carryOut.ts';
import { endRequest } from './endRequest.ts';
import { touchRequest } from './touchRequest.ts';

/** The last word after the teachers agreed: the lessons move, or nothing does. */
export async function confirmRequest(
  apis: Apis,
  scope: WriteScope,
  id: string,
  { confirm, note }: ConfirmReschedule,
): Promise<RescheduleView> {
  const seen = await rescheduleToAct(apis, scope, id);
  const { request, groupId, part } = seen;
  if (!part.isConfirming)
    throw new Problem(rescheduleNotYours, {
      id,
      reason: part.needsCoordinator ? 'coordinator-confirms' : 'tutor-confirms',
    });
  const decision = decideAct('confirm', request, scope.now);
  if (!decision.ok) throw new Problem(rescheduleMovedOn, { id, state: decision.state });
  if (confirm) {
    await addStep(scope, request, 'confirmed', note ?? null);
    await carryOut(apis, scope, seen);
  } else await endRequest(apis, scope, request, { state: 'declined', what: 'declined', note: note ?? null, groupId });
  await touchRequest(apis, scope, request);
  return viewOf(apis, scope, id);
}
