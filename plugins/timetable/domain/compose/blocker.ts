import type { OwnReason } from './personWeek.ts';

/** Why somebody cannot be in a lesson at an hour, whatever else the draft holds. */
export type BlockReason = OwnReason | 'other-lesson' | 'shared-device';

export interface Blocker {
  readonly personId: string;
  readonly role: 'teacher' | 'student';
  readonly reason: BlockReason;
  /** Clocks under which it is so, by their number; all that know the weekday when `always`. */
  readonly clocks: readonly number[];
  readonly always: boolean;
  /** With `shared-device`: the sibling who has a lesson then. */
  readonly siblingId?: string;
  /** With `other-lesson` and `shared-device`: the published course of another group. */
  readonly takenCourseId?: string;
}
