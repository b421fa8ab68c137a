import type { Interval } from '../../../../server/calendar/api.ts';

/** Some people meet online, once. */
export interface Meeting extends Interval {
  readonly id: string;
  readonly title: string;
  readonly zone: string;
  readonly state: 'planned' | 'cancelled';
  /** SEQUENCE of the calendar feed. */
  readonly sequence: number;
  readonly revision: number;
  readonly commitmentId: string | null;
  /** Where it is held; null for the school's video server. */
  readonly ownLink: string | null;
  readonly madeById: string;
  readonly madeAt: Date;
  readonly changedAt: Date;
}

export interface Invited {
  readonly personId: string;
  /** False for those who are elsewhere then, and are invited all the same. */
  readonly isExpected: boolean;
}

/** Who of a group is meant. */
export const audiences = ['students', 'guardians', 'team'] as const;
export type Audience = (typeof audiences)[number];

/** Days ahead to which a meeting can be planned. */
export const farthestDays = 180;
