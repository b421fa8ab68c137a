import type { LessonPlace } from '../lessons/lesson.ts';

/** `moved` is another time or another teacher; `added` may bring back a lesson that was cancelled. */
export type ChangeKind = 'kept' | 'moved' | 'cancelled' | 'added';

/** What publishing does to one lesson. */
export interface LessonChange {
  readonly kind: ChangeKind;
  /** Null for a lesson that does not exist yet. */
  readonly lessonId: string | null;
  readonly groupId: string;
  readonly courseId: string;
  readonly nth: number;
  readonly weekOn: string;
  readonly subgroupId: string | null;
  /** Null when there was no such lesson, or it was cancelled. */
  readonly from: LessonPlace | null;
  /** Null when the lesson is cancelled. */
  readonly to: LessonPlace | null;
  /** Put there by a decision for this date alone. */
  readonly isByHand: boolean;
  /** Of the lesson that is changed; 0 for a new one. */
  readonly revision: number;
  readonly commitmentId: string | null;
}

/** One lesson for ever: which of the course, in which week. */
export const lessonKey = ({ courseId, nth, weekOn }: Pick<LessonChange, 'courseId' | 'nth' | 'weekOn'>): string =>
  `${courseId} ${nth} ${weekOn}`;
