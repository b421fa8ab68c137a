/**
 * `asked`: no time has been chosen yet; `proposed`: a time is held and waits for the teachers; `agreed`: all of them
 * agreed, and it waits for who confirms; `confirmed`: the lesson has moved; `done`: it was held then. `declined`,
 * `withdrawn` and `lapsed` (nobody acted in time) are ends from which it can be revived but for the second.
 */
export const rescheduleStates = [
  'asked',
  'proposed',
  'agreed',
  'confirmed',
  'done',
  'declined',
  'withdrawn',
  'lapsed',
] as const;
export type RescheduleState = (typeof rescheduleStates)[number];

/** `move`: a lesson to come at another time; `anew`: one that was missed is held again. */
export const requestKinds = ['move', 'anew'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What requests are about, for counting; own words stand beside it. */
export const reasonKinds = ['ill', 'doctor', 'line', 'family', 'contest', 'other'] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** Hours that would suit, on the clock of the group. */
export interface WishedWindow {
  readonly on: string;
  readonly from: string;
  readonly to: string;
}

/** A request to hold one lesson at another time. */
export interface Reschedule {
  readonly id: string;
  readonly lessonId: string;
  readonly kind: RequestKind;
  /** A missed lesson is held anew for the whole group, not for the student alone. */
  readonly isForGroup: boolean;
  readonly askedById: string;
  /** The student, or the teacher, for whom it is asked. */
  readonly forPersonId: string;
  /** Who holds the lesson, and consents first. */
  readonly teacherId: string;
  readonly reasonKind: ReasonKind;
  readonly reason: string;
  readonly wish: string | null;
  readonly windowsJson: readonly WishedWindow[];
  readonly state: RescheduleState;
  /** Where the lesson was when it was asked for. */
  readonly fromHeldOn: string;
  readonly fromStartsAt: Date;
  readonly fromEndsAt: Date;
  /** The time that was proposed last; null before the first. */
  readonly heldOn: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  /** Until when its owner has to act; null when nobody has to. */
  readonly dueAt: Date | null;
  /** When its owner is reminded, and when the coordinator is told; null once that has happened. */
  readonly remindAt: Date | null;
  readonly escalateAt: Date | null;
  /** Whoever may confirm proposed the time, so the teachers' consent is the last word. */
  readonly isSettledAhead: boolean;
  /** The teacher answered with another time. */
  readonly isCountered: boolean;
  /** The lesson that was added for it; null unless it is held anew. */
  readonly newLessonId: string | null;
  readonly askedAt: Date;
  /** When it came to its end, or was confirmed. */
  readonly endedAt: Date | null;
  readonly revision: number;
}

/** One lesson that a proposal moves; the first is the one that was asked about. */
export interface ReschedulePart {
  readonly rescheduleId: string;
  readonly nth: number;
  readonly lessonId: string;
  readonly teacherId: string;
  readonly fromHeldOn: string;
  readonly fromStartsAt: Date;
  readonly fromEndsAt: Date;
  readonly heldOn: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The ledger's hold of the new time; null when nothing has to be held, or no longer. */
  readonly holdId: string | null;
  readonly isAgreed: boolean;
}

export const stepKinds = [
  'asked',
  'proposed',
  'agreed',
  'countered',
  'confirmed',
  'consented',
  'declined',
  'withdrawn',
  'lapsed',
  'revived',
  'reminded',
  'escalated',
  'held',
  'lost',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** Who did what to a request, and when. */
export interface RescheduleStep {
  readonly rescheduleId: string;
  readonly number: number;
  readonly what: StepKind;
  /** Null when it happened by itself. */
  readonly byPersonId: string | null;
  readonly happenedAt: Date;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly note: string | null;
}

/** The thing that files of a request are attached to. */
export const filesOfRequest = 'timetable.reschedule';
