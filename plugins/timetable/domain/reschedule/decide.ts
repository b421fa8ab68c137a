import type { Lesson } from '../lessons/lesson.ts';
import { missedSince } from './policy.ts';
import type { RequestKind, Reschedule, RescheduleState } from './reschedule.ts';

/** Why nothing can be asked about a lesson. */
export type AskRefusal = 'over' | 'cancelled' | 'being-published' | 'no-teacher' | 'not-yet';

export type AskDecision =
  | { readonly ok: true; readonly teacherId: string }
  | { readonly ok: false; readonly why: AskRefusal };

/** Another time can be asked for until the lesson begins; anew some weeks after it was to be held. */
export function decideAsk(lesson: Lesson, now: Date, kind: RequestKind = 'move'): AskDecision {
  const closed = kind === 'move' ? closedToMove(lesson, now) : closedToAnew(lesson, now);
  if (closed) return { ok: false, why: closed };
  if (lesson.pendingPublicationId !== null) return { ok: false, why: 'being-published' };
  if (lesson.teacherId === null) return { ok: false, why: 'no-teacher' };
  return { ok: true, teacherId: lesson.teacherId };
}

function closedToMove({ state, startsAt }: Lesson, now: Date): AskRefusal | undefined {
  if (state === 'cancelled') return 'cancelled';
  return startsAt <= now ? 'over' : undefined;
}

/** A cancelled lesson can be held anew as well: nobody had it. */
function closedToAnew({ startsAt, endsAt }: Lesson, now: Date): AskRefusal | undefined {
  if (startsAt > now) return 'not-yet';
  return endsAt < missedSince(now) ? 'over' : undefined;
}

const openStates: readonly RescheduleState[] = ['asked', 'proposed', 'agreed'];

/** Whether somebody still has to do something. */
export const isOpen = (state: RescheduleState): boolean => openStates.includes(state);

/** The state in which a request really is: an answer that came too late finds it lapsed, swept or not. */
export function stateNow({ kind, state, dueAt, fromStartsAt, endsAt }: Reschedule, now: Date): RescheduleState {
  const isOverdue = (state === 'proposed' || state === 'agreed') && dueAt !== null && dueAt <= now;
  const isForgotten = state === 'asked' && lastChanceOf({ kind, fromStartsAt }) <= now;
  if (isOverdue || isForgotten) return 'lapsed';
  return state === 'confirmed' && endsAt !== null && endsAt <= now ? 'done' : state;
}

/** Until when a time is looked for: the lesson begins, or has been missed for so long that nobody comes back to it. */
export const lastChanceOf = ({ kind, fromStartsAt }: Pick<Reschedule, 'kind' | 'fromStartsAt'>): Date =>
  kind === 'move'
    ? fromStartsAt
    : new Date(fromStartsAt.getTime() + (fromStartsAt.getTime() - missedSince(fromStartsAt).getTime()));

export type Act = 'answer' | 'propose' | 'withdraw' | 'confirm';

const open: Readonly<Record<Act, readonly RescheduleState[]>> = {
  answer: ['proposed'],
  // What lapsed or was declined is revived by proposing a time again.
  propose: ['asked', 'proposed', 'agreed', 'lapsed', 'declined'],
  confirm: ['agreed'],
  withdraw: openStates,
};

/** Whether a request can be acted on; otherwise the state in which somebody else brought it meanwhile. */
export function decideAct(
  act: Act,
  request: Reschedule,
  now: Date,
): { readonly ok: true } | { readonly ok: false; readonly state: RescheduleState } {
  const state = stateNow(request, now);
  const isLate = act === 'propose' && lastChanceOf(request) <= now;
  return open[act].includes(state) && !isLate ? { ok: true } : { ok: false, state };
}

/** Who the actor is to a request. */
export interface Part {
  /** A teacher whose consent is still awaited. */
  readonly isTeacher: boolean;
  /** The teacher of the lesson that was asked about, not only of one that would make room. */
  readonly isOwnTeacher: boolean;
  /** Asked for it, may act for the person it is for, or is a tutor of the group. */
  readonly isAsking: boolean;
  /** Has the last word: the tutor, or the coordinator where the home school wants it so. */
  readonly isConfirming: boolean;
}

export interface MayWithRequest {
  readonly answer: boolean;
  /** Answer with another time. */
  readonly counter: boolean;
  readonly propose: boolean;
  readonly confirm: boolean;
  readonly withdraw: boolean;
  /** A proposal would revive it. */
  readonly revive: boolean;
}

/** What the actor may do next with a request. */
export function mayWithRequest(request: Reschedule, part: Part, now: Date): MayWithRequest {
  const can = (act: Act): boolean => decideAct(act, request, now).ok;
  const propose = part.isAsking && can('propose');
  const answer = part.isTeacher && can('answer');
  return {
    answer,
    counter: answer && part.isOwnTeacher,
    propose,
    confirm: part.isConfirming && can('confirm'),
    withdraw: part.isAsking && can('withdraw'),
    revive: propose && !isOpen(stateNow(request, now)),
  };
}
