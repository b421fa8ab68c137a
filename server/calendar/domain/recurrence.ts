import { createRequire } from 'node:module';
import type * as Rrule from 'rrule';
import { instantOf, type LocalMoment } from './instant.ts';
import type { Interval } from './interval.ts';
import {
  addDays,
  dateOf,
  dayStart,
  type LocalDate,
  minuteMs,
  type WallTime,
  type Weekday,
  weekdayOf,
} from './localTime.ts';

/** rrule is CommonJS without names that an ES import could see; asked for so, it is the same however we are loaded. */
const { RRule }: typeof Rrule = createRequire(import.meta.url)('rrule');

/** The same wall time every week (or every second week), in the group's zone. */
export interface WeeklyPattern {
  readonly weekday: Weekday;
  readonly time: WallTime;
  /** Length of the lesson. */
  readonly minutes: number;
  readonly zone: string;
  /** 1 unless told. Weeks are counted from the first date of the term that has the weekday. */
  readonly everyWeeks?: number;
}

/** Local dates, both included. */
export interface Term {
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
}

/** One date of a pattern. Its interval is missing when clocks skip its wall time; `instead` says what they show then. */
export type Occurrence =
  | { readonly on: LocalDate; readonly interval: Interval; readonly isRepeated: boolean }
  | { readonly on: LocalDate; readonly interval: undefined; readonly instead: LocalMoment };

/**
 * The local dates of a pattern within a term, in order. The rule is expanded without any zone, as dates at midnight
 * UTC: rrule's own TZID gives wrong occurrences unless the process runs in UTC.
 */
export function datesOf(
  { weekday, everyWeeks = 1 }: Pick<WeeklyPattern, 'weekday' | 'everyWeeks'>,
  { firstOn, lastOn }: Term,
): readonly LocalDate[] {
  const first = addDays(firstOn, (weekday - weekdayOf(firstOn) + 7) % 7);
  const rule = new RRule({
    freq: RRule.WEEKLY,
    interval: everyWeeks,
    byweekday: weekday - 1,
    dtstart: new Date(dayStart(first)),
    until: new Date(dayStart(lastOn)),
  });
  return rule.all().map((date) => dateOf(date.getTime()));
}

/** When a wall time of one date takes place. A repeated wall time means the earlier instant. */
export function occurrenceOn(on: LocalDate, { time, minutes, zone }: Omit<WeeklyPattern, 'weekday'>): Occurrence {
  const instant = instantOf({ on, time }, zone);
  if (instant.kind === 'skipped') return { on, interval: undefined, instead: instant.instead };
  const endsAt = new Date(instant.at.getTime() + minutes * minuteMs);
  return { on, interval: { startsAt: instant.at, endsAt }, isRepeated: instant.kind === 'repeated' };
}

/** Every date of a pattern in a term: local dates first, the zone is attached afterwards. */
export const expandWeekly = (pattern: WeeklyPattern, term: Term): readonly Occurrence[] =>
  datesOf(pattern, term).map((on) => occurrenceOn(on, pattern));
