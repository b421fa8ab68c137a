import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { rescheduleToAct } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import { decideAct } from '../domain/reschedule/decide.ts';
import { rescheduleMovedOn } from '../problems.ts';
import { viewOf } from '../queries/reschedules.ts';
import type { RescheduleView, WithdrawReschedule } from '../schemas/reschedules.ts';
import { endRequest } from './endRequest.ts';
import { refuseUnlessAsking } from './proposeSlot.ts';
import { touchRequest } from './touchRequest.ts';

/** Takes a request back that nobody has answered; the lesson stays where it is. */
export async function withdrawRequest(
  apis: Apis,
  scope: WriteScope,
  id: string,
  { note }: WithdrawReschedule,
): Promise<RescheduleView> {
  const seen = await rescheduleToAct(apis, scope, id);
  refuseUnlessAsking(seen);
  const { request, groupId } = seen;
  const decision = decideAct('withdraw', request, scope.now);
  if (!decision.ok) throw new Problem(rescheduleMovedOn, { id, state: decision.state });
  await endRequest(apis, scope, request, { state: 'withdrawn', what: 'withdrawn', note: note ?? null, groupId });
  await touchRequest(apis, scope, request);
  return viewOf(apis, scope, id);
}
