import {
  dateOf,
  dayMs,
  dayStart,
  type LocalDate,
  minuteMs,
  minutesOf,
  type WallTime,
  wallTimeOf,
} from './localTime.ts';
import { offsetAt } from './zone.ts';

/** A wall time of one zone. */
export interface LocalMoment {
  readonly on: LocalDate;
  readonly time: WallTime;
}

/**
 * What a wall time means in a zone: one instant; two, of which the earlier one is meant (clocks go back); or none
 * (clocks go forward), and then what clocks show that much later.
 */
export type WallInstant =
  | { readonly kind: 'once'; readonly at: Date }
  | { readonly kind: 'repeated'; readonly at: Date; readonly again: Date }
  | { readonly kind: 'skipped'; readonly instead: LocalMoment };

/** The instant of a wall time. `24:00` is midnight of the next date. Never shifts anything silently. */
export function instantOf(local: LocalMoment, zone: string): WallInstant {
  const wall = dayStart(local.on) + minutesOf(local.time) * minuteMs;
  const before = offsetAt(zone, wall - dayMs);
  const after = offsetAt(zone, wall + dayMs);
  const [first, second] = [...new Set([before, after])]
    .map((offset) => ({ offset, at: wall - offset }))
    .filter(({ offset, at }) => offsetAt(zone, at) === offset)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  if (first === undefined) return { kind: 'skipped', instead: momentOf(wall + after - before) };
  if (second === undefined) return { kind: 'once', at: new Date(first) };
  return { kind: 'repeated', at: new Date(first), again: new Date(second) };
}

/** What the clocks of a zone show at an instant, to the minute. */
export const localOf = (at: Date, zone: string): LocalMoment => momentOf(at.getTime() + offsetAt(zone, at.getTime()));

function momentOf(wall: number): LocalMoment {
  const days = Math.floor(wall / dayMs);
  return { on: dateOf(wall), time: wallTimeOf(Math.floor((wall - days * dayMs) / minuteMs)) };
}

/** The instant at which a date begins in a zone, also where clocks skip midnight. */
export function startOfDay(on: string, zone: string): Date {
  const midnight = instantOf({ on, time: '00:00' }, zone);
  if (midnight.kind !== 'skipped') return midnight.at;
  const after = instantOf(midnight.instead, zone);
  return after.kind === 'skipped' ? new Date(`${on}T00:00:00Z`) : after.at;
}
