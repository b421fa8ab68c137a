/**
 * `asked`: no time has been chosen yet; `proposed`: a time is held and waits for the teacher; `done`: the teacher
 * consented and the lesson has moved; `lapsed`: nobody answered in time, and it can be revived.
 */
export type RescheduleState = 'asked' | 'proposed' | 'done' | 'declined' | 'withdrawn' | 'lapsed';

/** A request to hold one lesson at another time. */
export interface Reschedule {
  readonly id: string;
  readonly lessonId: string;
  readonly askedById: string;
  /** The student, or the teacher, for whom it is asked. */
  readonly forPersonId: string;
  /** Who consents. */
  readonly teacherId: string;
  readonly reason: string;
  readonly wish: string | null;
  readonly state: RescheduleState;
  /** Where the lesson was when it was asked for. */
  readonly fromHeldOn: string;
  readonly fromStartsAt: Date;
  readonly fromEndsAt: Date;
  /** The time that was put to the teacher last; null before the first. */
  readonly heldOn: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly answerUntilAt: Date | null;
  /** The ledger's hold of that time. */
  readonly holdId: string | null;
  readonly askedAt: Date;
  readonly revision: number;
}

export type StepKind = 'asked' | 'proposed' | 'consented' | 'declined' | 'withdrawn' | 'lapsed' | 'revived';

/** Who did what to a request, and when. */
export interface RescheduleStep {
  readonly rescheduleId: string;
  readonly number: number;
  readonly what: StepKind;
  /** Null when it lapsed by itself. */
  readonly byPersonId: string | null;
  readonly happenedAt: Date;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly note: string | null;
}
