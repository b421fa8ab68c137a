import type { Knex } from 'knex';
import { apiRef } from '../host/plugin.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';
import type { ImportedAvailability } from './commands/writeAvailability.ts';
import type { WeeklyWindow } from './domain/availability.ts';
import type { Busy, Commitment, Move, NewCommitment } from './domain/commitment.ts';
import type { Interval } from './domain/interval.ts';
import type { PersonTime } from './domain/whoCannot.ts';
import type { NewOverride } from './ledger/overrides.ts';
import type { Changes } from './ledger/plan.ts';
import type { OverrideRow } from './store/overrides.ts';

export type { ImportedAvailability } from './commands/writeAvailability.ts';
// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export {
  type Availability,
  availableIntervals,
  type DatedException,
  isAvailable,
  noWindowsGiven,
  type WeeklyWindow,
  type WindowKind,
} from './domain/availability.ts';
export { type ClockRegime, clockRegimes } from './domain/clockRegimes.ts';
export type { Busy, Commitment, Move, NewCommitment, Overlap, Source } from './domain/commitment.ts';
export { instantOf, type LocalMoment, localOf, startOfDay, type WallInstant } from './domain/instant.ts';
export { covers, type Interval, intersect, merge, overlaps, subtract } from './domain/interval.ts';
export {
  addDays,
  type LocalDate,
  minutesOf,
  type WallTime,
  type Weekday,
  wallTimeOf,
  weekdayOf,
} from './domain/localTime.ts';
export {
  type Failure,
  type PatternContext,
  type Proposal,
  type ProposedException,
  proposeExceptions,
} from './domain/proposedExceptions.ts';
export { expandWeekly, type Occurrence, occurrenceOn, type Term, type WeeklyPattern } from './domain/recurrence.ts';
export { type Elsewhere, type PersonTime, type Reason, type Unavailable, whoCannot } from './domain/whoCannot.ts';
export { offsetAt } from './domain/zone.ts';
export { availabilityChanged, overlapAllowed } from './events.ts';
export { type Feed, type FeedEvent, writeCalendar } from './ical/writeCalendar.ts';
export type { NewOverride } from './ledger/overrides.ts';
export type { Changes } from './ledger/plan.ts';
export type { InTheWay } from './ledger/refusal.ts';
export { badInterval, capacityFull, commitmentGone, holdLapsed, timeTaken } from './problems.ts';
export { AvailabilityInput, HomeSchoolHoursInput } from './schemas.ts';
export type { OverrideRow } from './store/overrides.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

/**
 * The only way to take somebody's time. Nothing here asks for rights. Writes refuse with `calendar/time-taken` or
 * `calendar/capacity-full`, naming what is in the way, with `calendar/bad-interval` when the interval is empty or
 * longer than 24 hours, and with `calendar/commitment-gone` when somebody released the commitment meanwhile.
 */
export interface Ledger {
  /** Takes time for one source. */
  claim(scope: WriteScope, wanted: NewCommitment): Promise<Commitment>;
  /** Takes time for many sources: all of it or nothing. */
  claimMany(scope: WriteScope, wanted: readonly NewCommitment[]): Promise<readonly Commitment[]>;
  /** Claims, moves and releases in one go; answers the claimed and then the moved commitments, in the order asked. */
  applyChanges(scope: WriteScope, changes: Changes): Promise<readonly Commitment[]>;
  /** Moves a commitment; the old time is kept until the transaction commits. */
  moveCommitment(
    scope: WriteScope,
    id: string,
    interval: Interval,
    options?: Pick<Move, 'subjects' | 'overlaps'>,
  ): Promise<Commitment>;
  /** Replaces whom a commitment takes. */
  setSubjects(scope: WriteScope, id: string, subjects: readonly string[]): Promise<Commitment>;
  /** Gives the time back; releasing what is not there changes nothing. */
  release(scope: WriteScope, id: string): Promise<void>;
  /** Takes time that lapses by itself. */
  hold(scope: WriteScope, wanted: Omit<NewCommitment, 'holdUntil'>, until: Date): Promise<Commitment>;
  /** Makes held time firm; refuses with `calendar/hold-lapsed` when its end has come. */
  confirmHold(scope: WriteScope, id: string): Promise<Commitment>;
  /** Adds a person to commitments; overlaps are let through and answered as unresolved overrides. */
  addSubject(scope: WriteScope, personId: string, commitmentIds: readonly string[]): Promise<readonly OverrideRow[]>;
  /** Frees a person from commitments. */
  removeSubject(scope: WriteScope, personId: string, commitmentIds: readonly string[]): Promise<void>;
  /** Allows one person to be in two commitments at once, or resolves a listed overlap. */
  override(scope: WriteScope, overlap: NewOverride): Promise<void>;
  /** Overlaps in force that nobody has given a reason for; of these persons, or all. */
  unresolvedOverrides(db: Knex, personIds?: readonly string[]): Promise<readonly OverrideRow[]>;
  /** Makes a shared resource that takes so many commitments at once, or changes how many. */
  defineResource(scope: WriteScope, id: string, capacity: number): Promise<void>;
  /** Who is taken within `[from, to)`, without lapsed holds. */
  busyOf(
    scope: Pick<ReadScope, 'db' | 'now'>,
    subjectIds: readonly string[],
    from: Date,
    to: Date,
  ): Promise<readonly Busy[]>;
  commitmentsBySource(db: Knex, plugin: string, entityIds: readonly string[]): Promise<readonly Commitment[]>;
  /** Whom these commitments take, by commitment. */
  subjectsOf(
    scope: Pick<ReadScope, 'db'>,
    commitmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** Availability for other modules. Nothing here asks for rights. */
export interface AvailabilityFacts {
  /**
   * Own zone, windows and exceptions of persons, and which of the others asked for share the device; unknown ids are
   * left out. Fits `whoCannot`.
   */
  timesOf(db: Knex, personIds: readonly string[]): Promise<readonly PersonTime[]>;
  /** Replaces the parts that are given. The caller has checked hours by the schemas of this module. */
  importAvailability(scope: WriteScope, personId: string, imported: ImportedAvailability): Promise<void>;
  /** The same for the weekly hours of many people, by their ids. */
  importAvailabilities(
    scope: WriteScope,
    all: ReadonlyMap<string, Pick<ImportedAvailability, 'windows' | 'hours'>>,
  ): Promise<void>;
  /** Takes away what is stored of these people's time when it says nothing; before they are taken away. */
  forgetEmpty(db: Knex, personIds: readonly string[]): Promise<unknown>;
  /** The weekly windows of everybody, for imports and exports. */
  allWindows(db: Knex): Promise<readonly (WeeklyWindow & { readonly personId: string })[]>;
}

export interface CalendarApi extends Ledger, AvailabilityFacts {}

export const calendarApi = apiRef<CalendarApi>('calendar');
