import { IANAZone } from 'luxon';
import { dayMs, minuteMs } from './localTime.ts';

/** Part of time within which a zone's clocks are not changed. Milliseconds, half-open. */
export interface OffsetSpan {
  readonly start: number;
  readonly end: number;
  /** What the wall clock is ahead of UTC by, in milliseconds. */
  readonly offset: number;
}

/** Whether the name is one of the IANA database that this runtime knows (`Europe/Madrid`, `UTC`). */
export function isZone(name: string): boolean {
  return /^(UTC|[A-Za-z_]+\/[A-Za-z0-9_+\-/]+)$/.test(name) && IANAZone.isValidZone(name);
}

/** What the zone's wall clock is ahead of UTC by at an instant, in milliseconds. Throws RangeError on an unknown zone. */
export function offsetAt(zone: string, at: number): number {
  const offset = IANAZone.create(zone).offset(at);
  if (Number.isNaN(offset)) throw new RangeError(`not a time zone: ${zone}`);
  return Math.round(offset * minuteMs);
}

/** The first instant after `low` at which the offset of `high` holds; the offset changes once in between. */
function changeBetween(zone: string, low: number, high: number): number {
  const before = offsetAt(zone, low);
  let [from, to] = [low, high];
  while (to - from > minuteMs) {
    const middle = from + Math.floor((to - from) / 2 / minuteMs) * minuteMs;
    if (offsetAt(zone, middle) === before) from = middle;
    else to = middle;
  }
  return to;
}

const changesOfYear = new Map<string, readonly number[]>();

/** Every clock change of a zone in one UTC year; remembered, because people share few zones. */
function clockChanges(zone: string, year: number): readonly number[] {
  const key = `${zone} ${year}`;
  const known = changesOfYear.get(key);
  if (known) return known;
  const changes: number[] = [];
  const end = Date.UTC(year + 1, 0, 1);
  for (let day = Date.UTC(year, 0, 1); day < end; day += dayMs) {
    if (offsetAt(zone, day) !== offsetAt(zone, day + dayMs)) changes.push(changeBetween(zone, day, day + dayMs));
  }
  changesOfYear.set(key, changes);
  return changes;
}

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
