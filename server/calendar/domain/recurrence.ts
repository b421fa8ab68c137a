import { instantOf, type LocalMoment } from './instant.ts';
import type { Interval } from './interval.ts';
import { addDays, type LocalDate, minuteMs, type WallTime, type Weekday, weekdayOf } from './localTime.ts';

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

/** The local dates of a pattern within a term, in order. */
export function datesOf(pattern: Pick<WeeklyPattern, 'weekday' | 'everyWeeks'>, term: Term): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  let on = addDays(term.firstOn, (pattern.weekday - weekdayOf(term.firstOn) + 7) % 7);
  for (; on <= term.lastOn; on = addDays(on, 7 * (pattern.everyWeeks ?? 1))) dates.push(on);
  return dates;
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
