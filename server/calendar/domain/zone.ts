import { IANAZone } from 'luxon';
import { dayMs, minuteMs } from './localTime.ts';

/** Part of time within which a zone's clocks are not changed. Milliseconds, half-open. */
export interface OffsetSpan {
  readonly start: number;
  readonly end: number;
  /** What the wall clock is ahead of UTC by, in milliseconds. */
  readonly offset: number;
}

function askedOffset(zone: string, at: number): number {
  const offset = IANAZone.create(zone).offset(at);
  if (Number.isNaN(offset)) throw new RangeError(`not a time zone: ${zone}`);
  return Math.round(offset * minuteMs);
}

/** The first instant after `low` at which the offset of `high` holds; the offset changes once in between. */
function changeBetween(zone: string, low: number, high: number): number {
  const before = askedOffset(zone, low);
  let [from, to] = [low, high];
  while (to - from > minuteMs) {
    const middle = from + Math.floor((to - from) / 2 / minuteMs) * minuteMs;
    if (askedOffset(zone, middle) === before) from = middle;
    else to = middle;
  }
  return to;
}

/** One UTC year of a zone: the instants at which its clocks are changed, and the offset from the start and after each. */
interface ZoneYear {
  readonly changes: readonly number[];
  readonly offsets: readonly number[];
}

/** Asking the runtime's zone data costs some microseconds an instant; people share few zones and years. */
const mostYears = 2_000;
const years = new Map<string, ZoneYear>();

function zoneYear(zone: string, year: number): ZoneYear {
  const key = `${zone} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const start = utcYear(year);
  const changes: number[] = [];
  for (let day = start; day < utcYear(year + 1); day += dayMs) {
    if (askedOffset(zone, day) !== askedOffset(zone, day + dayMs)) changes.push(changeBetween(zone, day, day + dayMs));
  }
  const made = { changes, offsets: [start, ...changes].map((at) => askedOffset(zone, at)) };
  if (years.size >= mostYears) years.clear();
  years.set(key, made);
  return made;
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
const utcYear = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);

/** What the zone's wall clock is ahead of UTC by at an instant, in milliseconds. Throws RangeError on an unknown zone. */
export function offsetAt(zone: string, at: number): number {
  const { changes, offsets } = zoneYear(zone, new Date(at).getUTCFullYear());
  return offsets[changes.filter((change) => change <= at).length] ?? 0;
}

const clockChanges = (zone: string, year: number): readonly number[] => zoneYear(zone, year).changes;

/** The clock changes of a zone strictly inside of `[from, to)`, in order. */
export function clockChangesBetween(zone: string, from: number, to: number): readonly number[] {
  const changes: number[] = [];
  for (let year = new Date(from).getUTCFullYear(); year <= new Date(to).getUTCFullYear(); year += 1) {
    changes.push(...clockChanges(zone, year).filter((at) => at > from && at < to));
  }
  return changes;
}

/** Cuts `[from, to)` at the zone's clock changes. */
export function offsetSpans(zone: string, from: number, to: number): readonly OffsetSpan[] {
  const cuts = [from, ...clockChangesBetween(zone, from, to), to];
  return cuts.slice(0, -1).map((start, i) => ({ start, end: cuts[i + 1] ?? to, offset: offsetAt(zone, start) }));
}
