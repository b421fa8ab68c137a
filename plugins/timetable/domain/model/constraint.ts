import type { AllowedAtoms } from './constraints/allowedAtoms.ts';
import type { AllowedRooms } from './constraints/allowedRooms.ts';
import type { AllowedStarts } from './constraints/allowedStarts.ts';
import type { Breaks } from './constraints/breaks.ts';
import type { BuildingChanges } from './constraints/buildingChanges.ts';
import type { DaysBetween } from './constraints/daysBetween.ts';
import type { DifferentRooms } from './constraints/differentRooms.ts';
import type { EarlyStart } from './constraints/earlyStart.ts';
import type { EndsDay } from './constraints/endsDay.ts';
import type { GapsBetween } from './constraints/gapsBetween.ts';
import type { IntervalDays } from './constraints/intervalDays.ts';
import type { JoinedIfSameDay } from './constraints/joinedIfSameDay.ts';
import type { Lock } from './constraints/lock.ts';
import type { MaxContinuous } from './constraints/maxContinuous.ts';
import type { MaxDays } from './constraints/maxDays.ts';
import type { MaxGaps } from './constraints/maxGaps.ts';
import type { MaxHours } from './constraints/maxHours.ts';
import type { MaxSpan } from './constraints/maxSpan.ts';
import type { MinDays } from './constraints/minDays.ts';
import type { MinHours } from './constraints/minHours.ts';
import type { MinRest } from './constraints/minRest.ts';
import type { NotOverlapping } from './constraints/notOverlapping.ts';
import type { OccupiedAtoms } from './constraints/occupiedAtoms.ts';
import type { SameRoomIfConsecutive } from './constraints/sameRoomIfConsecutive.ts';
import type { SameStart } from './constraints/sameStart.ts';
import type { Sequence } from './constraints/sequence.ts';
import type { Simultaneous } from './constraints/simultaneous.ts';
import type { Unavailable } from './constraints/unavailable.ts';

/** Rules about one activity at a time; they only depend on its own place and room. */
export type UnaryConstraint = Lock | AllowedStarts | AllowedAtoms | Breaks | Unavailable | AllowedRooms;

/** Rules about how some activities lie to each other. */
export type RelationConstraint =
  | DaysBetween
  | JoinedIfSameDay
  | GapsBetween
  | SameStart
  | NotOverlapping
  | Sequence
  | EndsDay
  | OccupiedAtoms
  | Simultaneous
  | DifferentRooms
  | SameRoomIfConsecutive;

/** Rules about the days and weeks of resources. */
export type ResourceConstraint =
  | MaxDays
  | MinDays
  | MaxGaps
  | MaxHours
  | MinHours
  | MaxContinuous
  | IntervalDays
  | EarlyStart
  | MaxSpan
  | MinRest
  | BuildingChanges;

/** Every rule that a problem may state beside the built-in ones (all placed, no clash). */
export type Constraint = UnaryConstraint | RelationConstraint | ResourceConstraint;

/** Weight 100 means must. */
export const isHard = (constraint: { readonly weight: number }): boolean => constraint.weight >= 100;
