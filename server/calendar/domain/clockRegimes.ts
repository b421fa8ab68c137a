import type { Interval } from './interval.ts';
import { minuteMs } from './localTime.ts';
import { clockChangesBetween, offsetAt } from './zone.ts';

/** A part of a term within which no clock of the given zones is changed. */
export interface ClockRegime extends Interval {
  /** What each zone's clock is ahead of UTC by, in minutes. */
  readonly offsets: ReadonlyMap<string, number>;
}

/** Cuts `[from, to)` wherever one of the zones changes its clocks; every part has other offsets than its neighbour. */
export function clockRegimes(zones: readonly string[], from: Date, to: Date): readonly ClockRegime[] {
  const [start, end] = [from.getTime(), to.getTime()];
  const changes = new Set(zones.flatMap((zone) => clockChangesBetween(zone, start, end)));
  const cuts = [start, ...[...changes].sort((a, b) => a - b), end];
  return cuts.slice(0, -1).map((at, i) => ({
    startsAt: new Date(at),
    endsAt: new Date(cuts[i + 1] ?? end),
    offsets: new Map(zones.map((zone) => [zone, offsetAt(zone, at) / minuteMs])),
  }));
}
