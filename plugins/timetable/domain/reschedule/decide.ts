import type { Lesson } from '../lessons/lesson.ts';
import type { Reschedule, RescheduleState } from './reschedule.ts';

/** Why nothing can be asked about a lesson. */
export type AskRefusal = 'over' | 'cancelled' | 'being-published' | 'no-teacher';

export type AskDecision =
  | { readonly ok: true; readonly teacherId: string }
  | { readonly ok: false; readonly why: AskRefusal };

/** Another time can be asked for until the lesson begins. */
export function decideAsk(lesson: Lesson, now: Date): AskDecision {
  if (lesson.state === 'cancelled') return { ok: false, why: 'cancelled' };
  if (lesson.startsAt <= now) return { ok: false, why: 'over' };
  if (lesson.pendingPublicationId !== null) return { ok: false, why: 'being-published' };
  if (lesson.teacherId === null) return { ok: false, why: 'no-teacher' };
  return { ok: true, teacherId: lesson.teacherId };
}

/** The state in which a request really is: an answer that came too late finds it lapsed, swept or not. */
export function stateNow({ state, answerUntilAt, fromStartsAt }: Reschedule, now: Date): RescheduleState {
  const isOverdue = state === 'proposed' && answerUntilAt !== null && answerUntilAt <= now;
  const isForgotten = state === 'asked' && fromStartsAt <= now;
  return isOverdue || isForgotten ? 'lapsed' : state;
}

export type Act = 'answer' | 'propose' | 'withdraw';

const open: Readonly<Record<Act, readonly RescheduleState[]>> = {
  answer: ['proposed'],
  // A request that lapsed is revived by putting a time to the teacher again.
  propose: ['asked', 'proposed', 'lapsed'],
  withdraw: ['asked', 'proposed'],
};

/** Whether a request can be acted on; otherwise the state in which somebody else brought it meanwhile. */
export function decideAct(
  act: Act,
  request: Reschedule,
  now: Date,
): { readonly ok: true } | { readonly ok: false; readonly state: RescheduleState } {
  const state = stateNow(request, now);
  const isLate = act === 'propose' && request.fromStartsAt <= now;
  return open[act].includes(state) && !isLate ? { ok: true } : { ok: false, state };
}

/** Who the actor is to a request. */
export interface Part {
  /** The teacher who consents. */
  readonly isTeacher: boolean;
  /** Asked for it, may act for the person it is for, or is a tutor of the group. */
  readonly isAsking: boolean;
}

export interface MayWithRequest {
  readonly answer: boolean;
  readonly propose: boolean;
  readonly withdraw: boolean;
  /** A proposal would revive it. */
  readonly revive: boolean;
}

/** What the actor may do next with a request. */
export function mayWithRequest(request: Reschedule, { isTeacher, isAsking }: Part, now: Date): MayWithRequest {
  const can = (act: Act): boolean => decideAct(act, request, now).ok;
  const propose = isAsking && can('propose');
  return {
    answer: isTeacher && can('answer'),
    propose,
    withdraw: isAsking && can('withdraw'),
    revive: propose && stateNow(request, now) === 'lapsed',
  };
}
