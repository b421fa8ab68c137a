import { covers, type Interval, merge, subtract } from './interval.ts';
import {
  dateOf,
  dayMs,
  type LocalDate,
  minuteMs,
  minutesOf,
  type WallTime,
  type Weekday,
  weekdayOf,
} from './localTime.ts';
import { offsetSpans } from './zone.ts';

/** `online`: can be there; `busy`: hours taken by the home school (weekly), or away (dated). */
export type WindowKind = 'online' | 'busy';

/** Hours of every week, on the person's own wall clock. Past midnight is written as two windows. */
export interface WeeklyWindow {
  readonly kind: WindowKind;
  readonly weekday: Weekday;
  readonly from: WallTime;
  readonly to: WallTime;
}

/** Hours of one date, on the person's own wall clock; a whole day is 00:00 to 24:00. */
export interface DatedException {
  readonly kind: WindowKind;
  readonly on: LocalDate;
  readonly from: WallTime;
  readonly to: WallTime;
}

/**
 * When a person can be online. An instant counts when the person's wall clock then shows a time inside of a window; an
 * hour that clocks repeat counts twice, one that they skip never. Dated exceptions beat the weekly hours, and among
 * exceptions `busy` beats `online`. Without a weekly `online` window everything that is not busy is available.
 */
export interface Availability {
  readonly zone: string;
  readonly weekly: readonly WeeklyWindow[];
  readonly exceptions: readonly DatedException[];
}

/** The parts that availability is made of, in `[from, to)`, each merged. */
export interface AvailabilityLayers {
  readonly online: readonly Interval[];
  readonly busy: readonly Interval[];
  readonly addedByException: readonly Interval[];
  readonly removedByException: readonly Interval[];
}

/** Whether the person said nothing about when it can be online; it then counts as always online. */
export const noWindowsGiven = (availability: Availability): boolean =>
  !availability.weekly.some(({ kind }) => kind === 'online');

interface Hours {
  readonly from: WallTime;
  readonly to: WallTime;
}

/** Turns hours of local dates into instants, one stretch of constant offset after the other. */
function instantsOf<H extends Hours>(
  hours: readonly H[],
  isOn: (one: H, on: LocalDate, weekday: Weekday) => boolean,
  zone: string,
  range: Interval,
): readonly Interval[] {
  if (hours.length === 0) return [];
  const found: Interval[] = [];
  for (const { start, end, offset } of offsetSpans(zone, range.startsAt.getTime(), range.endsAt.getTime())) {
    for (let day = Math.floor((start + offset) / dayMs) * dayMs; day < end + offset; day += dayMs) {
      const on = dateOf(day);
      const weekday = weekdayOf(on);
      for (const { from, to } of hours.filter((one) => isOn(one, on, weekday))) {
        const startsAt = Math.max(start, day + minutesOf(from) * minuteMs - offset);
        const endsAt = Math.min(end, day + minutesOf(to) * minuteMs - offset);
        if (startsAt < endsAt) found.push({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
      }
    }
  }
  return merge(found);
}

/** The layers of a person's availability in `[from, to)`. */
export function availabilityLayers(availability: Availability, from: Date, to: Date): AvailabilityLayers {
  const { zone, weekly, exceptions } = availability;
  const range = { startsAt: from, endsAt: to };
  const weeklyOf = (kind: WindowKind) =>
    instantsOf(
      weekly.filter((window) => window.kind === kind),
      (window, _on, weekday) => window.weekday === weekday,
      zone,
      range,
    );
  const datedOf = (kind: WindowKind) =>
    instantsOf(
      exceptions.filter((exception) => exception.kind === kind),
      (exception, on) => exception.on === on,
      zone,
      range,
    );
  return {
    online: noWindowsGiven(availability) ? merge([range]) : weeklyOf('online'),
    busy: weeklyOf('busy'),
    addedByException: datedOf('online'),
    removedByException: datedOf('busy'),
  };
}

/** What is left of the layers: merged intervals in which the person can be online. */
export const availableOf = (layers: AvailabilityLayers): readonly Interval[] =>
  subtract([...subtract(layers.online, layers.busy), ...layers.addedByException], layers.removedByException);

/** The intervals within `[from, to)` in which a person can be online, merged and in order. */
export const availableIntervals = (availability: Availability, from: Date, to: Date): readonly Interval[] =>
  availableOf(availabilityLayers(availability, from, to));

/** Whether a person can be online during the whole of an interval. */
export const isAvailable = (availability: Availability, interval: Interval): boolean =>
  covers(availableIntervals(availability, interval.startsAt, interval.endsAt), interval);
