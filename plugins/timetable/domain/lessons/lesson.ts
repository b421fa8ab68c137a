/** Where and by whom a lesson is held. `on` is the date in the group's zone. */
export interface LessonPlace {
  readonly on: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Null while the course has no teacher. */
  readonly teacherId: string | null;
}

export type LessonState = 'planned' | 'cancelled';

/** One dated online lesson. `courseId`, `nth` and `weekOn` (a Monday) say which one of the pattern it is, for ever. */
export interface Lesson extends LessonPlace {
  readonly id: string;
  readonly groupId: string;
  readonly courseId: string;
  readonly nth: number;
  readonly weekOn: string;
  readonly subgroupId: string | null;
  readonly zone: string;
  readonly state: LessonState;
  /** Moved or cancelled by somebody for itself; publishing leaves it alone unless it is released. */
  readonly isByHand: boolean;
  /** SEQUENCE of the calendar feed: goes up when time or state change. */
  readonly sequence: number;
  readonly revision: number;
  /** The ledger's commitment; null when the lesson is cancelled. */
  readonly commitmentId: string | null;
  readonly joinUrl: string | null;
  /** A publication that has its claims already and is not visible yet. */
  readonly pendingPublicationId: string | null;
  readonly changedAt: Date;
  /** Held once beside the weekly timetable, which publishing does not touch. */
  readonly isExtra: boolean;
  /** The only student for whom it is held; null when it is for everybody of the course. */
  readonly forPersonId: string | null;
}
