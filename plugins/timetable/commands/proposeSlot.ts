import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { rescheduleToAct, type SeenReschedule } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import { decideAct } from '../domain/reschedule/decide.ts';
import { rescheduleMovedOn, rescheduleNotYours } from '../problems.ts';
import { viewOf } from '../queries/reschedules.ts';
import type { CounterProposal, ProposeSlot, RescheduleView } from '../schemas/reschedules.ts';
import { putToTeachers } from './putToTeachers.ts';
import { sameLesson } from './sameLesson.ts';

/** Puts a time to the teachers and holds it until the answer is due; the time proposed before is given back. */
export async function proposeSlot(
  apis: Apis,
  scope: WriteScope,
  id: string,
  slot: ProposeSlot,
): Promise<RescheduleView> {
  const seen = await rescheduleToAct(apis, scope, id);
  refuseUnlessAsking(seen);
  const decision = decideAct('propose', seen.request, scope.now);
  if (!decision.ok) throw new Problem(rescheduleMovedOn, { id, state: decision.state });
  const lesson = await sameLesson(scope, seen.request);
  await putToTeachers(apis, scope, seen, lesson, slot);
  return viewOf(apis, scope, id);
}

/** The teacher answers with another time, which is held for whoever confirms it. */
export async function counterSlot(
  apis: Apis,
  scope: WriteScope,
  id: string,
  { note, ...slot }: CounterProposal,
): Promise<RescheduleView> {
  const seen = await rescheduleToAct(apis, scope, id);
  if (!seen.part.isOwnTeacher) throw new Problem(rescheduleNotYours, { id, reason: 'teacher-answers' });
  const decision = decideAct('answer', seen.request, scope.now);
  if (!decision.ok) throw new Problem(rescheduleMovedOn, { id, state: decision.state });
  const lesson = await sameLesson(scope, seen.request);
  await putToTeachers(apis, scope, seen, lesson, slot, { isCounter: true, note: note ?? null });
  return viewOf(apis, scope, id);
}

/** Only who asked, who may act for the person it is for, and tutors go on with a request. */
export function refuseUnlessAsking({ request, part }: SeenReschedule): void {
  if (!part.isAsking) throw new Problem(rescheduleNotYours, { id: request.id, reason: 'not-asking' });
}
