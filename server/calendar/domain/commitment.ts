import type { Interval } from './interval.ts';

/** What a commitment stands for: an entity of a plugin, for example a lesson of the timetable. */
export interface Source {
  readonly plugin: string;
  readonly entityId: string;
}

/** Time taken for one source, at most 24 hours. */
export interface Commitment extends Interval {
  readonly id: string;
  readonly source: Source;
  /** When it lapses by itself unless confirmed; null once it is firm. */
  readonly holdUntilAt: Date | null;
  /** Goes up with every change. */
  readonly revision: number;
}

/** An overlap that somebody allows: the person may be in this commitment although the other one takes the time. */
export interface Overlap {
  readonly personId: string;
  readonly commitmentId: string;
  readonly reason: string;
}

/** Time that is to be taken. */
export interface NewCommitment {
  /** Made by the ledger unless told. */
  readonly id?: string;
  readonly source: Source;
  readonly interval: Interval;
  /** Ids of persons, and of resources made by `defineResource`. */
  readonly subjects: readonly string[];
  /** Until when the time is only held. */
  readonly holdUntil?: Date;
  readonly overlaps?: readonly Overlap[];
}

/** Another time for a commitment, and other subjects when told. */
export interface Move {
  readonly id: string;
  readonly interval: Interval;
  readonly subjects?: readonly string[];
  readonly overlaps?: readonly Overlap[];
}

/** A claim as others see it: who is taken when, and by what. */
export interface Busy extends Interval {
  readonly subjectId: string;
  readonly commitmentId: string;
  readonly source: Source;
  readonly isHold: boolean;
  /** It overlaps, or may overlap, another commitment on purpose. */
  readonly isOverridden: boolean;
}
