import type { LocalMoment } from './instant.ts';
import type { Interval } from './interval.ts';
import { addDays, type LocalDate, type WallTime, type Weekday, weekdayOf } from './localTime.ts';
import { expandWeekly, type Occurrence, occurrenceOn, type Term, type WeeklyPattern } from './recurrence.ts';
import { type PersonTime, type Unavailable, whoCannot } from './whoCannot.ts';
import { offsetAt } from './zone.ts';

/** Why a date of the pattern fails. */
export type Failure =
  | { readonly kind: 'holiday'; readonly name: string }
  | { readonly kind: 'skipped-time' }
  | { readonly kind: 'clock-change'; readonly cannot: readonly Unavailable[] }
  | { readonly kind: 'dated-exception'; readonly cannot: readonly Unavailable[] };

/** What could be done about it; a person decides. */
export type Proposal =
  | { readonly kind: 'move'; readonly to: LocalMoment; readonly interval: Interval }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'accept' };

/** A date on which the weekly pattern does not work as it stands. */
export interface ProposedException {
  readonly on: LocalDate;
  readonly failures: readonly Failure[];
  readonly proposal: Proposal;
}

/** Everything that may make a date fail. */
export interface PatternContext {
  /** Names of holidays by date. */
  readonly holidays: ReadonlyMap<LocalDate, string>;
  readonly people: readonly PersonTime[];
  /** Where a lesson of the same week could go instead, best first. */
  readonly alternatives: readonly { readonly weekday: Weekday; readonly time: WallTime }[];
}

/**
 * The dates of a pattern on which it fails, each with a proposal:
 * a holiday is cancelled; anything else moves to the first alternative of the same week that all can attend; a
 * skipped wall time without one moves to what clocks show instead; otherwise the date is accepted without those who
 * cannot, or cancelled when nobody can. People who cannot attend on any date are a matter of the pattern, not of a date.
 */
export function proposeExceptions(
  pattern: WeeklyPattern,
  term: Term,
  context: PatternContext,
): readonly ProposedException[] {
  const dates = expandWeekly(pattern, term).map((occurrence) => check(occurrence, context.people));
  const usual = usualDates(dates, context.people);
  const reachable = context.people.filter(({ personId }) => usual.has(personId));
  return dates.flatMap((date) => {
    const failures = failuresOf(date, pattern, { ...context, people: reachable }, usual);
    if (failures.length === 0) return [];
    const isDeserted = date.cannot.length > 0 && date.cannot.length === context.people.length;
    const proposal = propose(date.occurrence, failures, pattern, { ...context, people: reachable });
    return [
      {
        on: date.occurrence.on,
        failures,
        proposal: proposal ?? { kind: isDeserted ? 'cancel' : 'accept' },
      },
    ];
  });
}

interface CheckedDate {
  readonly occurrence: Occurrence;
  /** One entry a person. */
  readonly cannot: readonly Unavailable[];
}

const check = (occurrence: Occurrence, people: readonly PersonTime[]): CheckedDate => ({
  occurrence,
  cannot: occurrence.interval ? whoCannot(people, occurrence.interval) : [],
});

/** The first date on which each person can attend: how things usually are. */
function usualDates(dates: readonly CheckedDate[], people: readonly PersonTime[]): ReadonlyMap<string, Interval> {
  const usual = new Map<string, Interval>();
  for (const { occurrence, cannot } of dates) {
    const absent = new Set(cannot.map(({ personId }) => personId));
    for (const { personId } of people) {
      if (occurrence.interval && !absent.has(personId) && !usual.has(personId)) {
        usual.set(personId, occurrence.interval);
      }
    }
  }
  return usual;
}

function failuresOf(
  { occurrence, cannot }: CheckedDate,
  pattern: WeeklyPattern,
  { holidays, people }: PatternContext,
  usual: ReadonlyMap<string, Interval>,
): readonly Failure[] {
  const holiday = holidays.get(occurrence.on);
  if (holiday !== undefined) return [{ kind: 'holiday', name: holiday }];
  const { interval } = occurrence;
  if (!interval) return [{ kind: 'skipped-time' }];
  const unusual = cannot.filter(({ personId }) => usual.has(personId));
  const zones = new Map(people.map(({ personId, availability }) => [personId, availability.zone]));
  const byClock = unusual.filter(
    ({ personId, reason }) =>
      reason !== 'exception' &&
      apart(zones.get(personId), pattern.zone, interval) !==
        apart(zones.get(personId), pattern.zone, usual.get(personId)),
  );
  const byDate = unusual.filter((one) => !byClock.includes(one));
  const failures: Failure[] = [];
  if (byClock.length > 0) failures.push({ kind: 'clock-change', cannot: byClock });
  if (byDate.length > 0) failures.push({ kind: 'dated-exception', cannot: byDate });
  return failures;
}

/** How far a person's clock is from the group's at the start of an interval. */
function apart(zone = 'UTC', groupZone: string, interval: Interval | undefined): number {
  const at = interval?.startsAt.getTime() ?? 0;
  return offsetAt(zone, at) - offsetAt(groupZone, at);
}

/** Where the lesson should go, or that it is cancelled; undefined when nothing but its own time is left. */
function propose(
  occurrence: Occurrence,
  failures: readonly Failure[],
  pattern: WeeklyPattern,
  context: PatternContext,
): Proposal | undefined {
  if (failures.some(({ kind }) => kind === 'holiday')) return { kind: 'cancel' };
  const alternative = firstAlternative(occurrence.on, pattern, context);
  if (alternative || occurrence.interval) return alternative;
  const { interval } = occurrenceOn(occurrence.instead.on, { ...pattern, time: occurrence.instead.time });
  return interval ? { kind: 'move', to: occurrence.instead, interval } : { kind: 'cancel' };
}

function firstAlternative(on: LocalDate, pattern: WeeklyPattern, context: PatternContext): Proposal | undefined {
  for (const { weekday, time } of context.alternatives) {
    const other = addDays(on, weekday - weekdayOf(on));
    const { interval } = occurrenceOn(other, { ...pattern, time });
    if (interval && !context.holidays.has(other) && whoCannot(context.people, interval).length === 0) {
      return { kind: 'move', to: { on: other, time }, interval };
    }
  }
  return undefined;
}
