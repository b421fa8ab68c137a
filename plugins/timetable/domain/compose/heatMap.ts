import type { Blocker } from './blocker.ts';
import { offsetIn } from './clockOffset.ts';
import type { Clock, ComposeFacts, GridPlace, GroupFacts, Period } from './facts.ts';
import { minutesOf, wallAt } from './weekSpan.ts';
import { type Participants, whoCannotFrom } from './whoCannot.ts';

/** When a place is on the viewer's clock, and during which parts of the term when clock changes shift it. */
export interface ViewerTime {
  readonly weekday: number;
  readonly startsTime: string;
  readonly endsTime: string;
  /** Empty when it is so during the whole term. */
  readonly periods: readonly Period[];
}

/** One place of a group's week: who of the participants cannot be online in it. */
export interface HeatPlace {
  readonly place: GridPlace;
  /** Participants who can be there during the whole term. */
  readonly online: number;
  readonly cannot: readonly Blocker[];
  readonly times: readonly ViewerTime[];
}

export interface HeatOptions {
  readonly group: GroupFacts;
  readonly participants: Participants;
  /** Length of the lesson; the whole hour of the grid unless told. */
  readonly minutes?: number;
  readonly viewerZone: string;
}

/** How many can be online in each place of the group's grid, and who cannot, why and when. */
export function heatMap(
  facts: Pick<ComposeFacts, 'clocks' | 'people' | 'taken'>,
  { group, participants, minutes, viewerZone }: HeatOptions,
): readonly HeatPlace[] {
  const whoCannot = whoCannotFrom(facts);
  const total = participants.studentIds.length + (participants.teacherId === null ? 0 : 1);
  return group.grid.map((place) => {
    const cannot = whoCannot(group, place, minutes ?? place.minutes, participants);
    return {
      place,
      online: total - new Set(cannot.map(({ personId }) => personId)).size,
      cannot,
      times: viewerTimes(facts.clocks, group.zone, place, viewerZone),
    };
  });
}

/** The same time under several clocks is said once. */
export function viewerTimes(
  clocks: readonly Clock[],
  zone: string,
  { weekday, startsTime, minutes }: GridPlace,
  viewerZone: string,
): readonly ViewerTime[] {
  const known = clocks.filter((clock) => clock.weekdays.has(weekday));
  const times = new Map<string, { readonly time: Omit<ViewerTime, 'periods'>; readonly periods: Period[] }>();
  for (const clock of known) {
    const utc = (weekday - 1) * 24 * 60 + minutesOf(startsTime) - offsetIn(clock, zone);
    const offset = offsetIn(clock, viewerZone);
    const starts = wallAt(utc, offset);
    const time = { weekday: starts.weekday, startsTime: starts.time, endsTime: wallAt(utc + minutes, offset).time };
    const key = JSON.stringify(time);
    const same = times.get(key) ?? { time, periods: [] };
    same.periods.push(...clock.periods);
    times.set(key, same);
  }
  return [...times.values()].map(({ time, periods }) => ({ ...time, periods: times.size === 1 ? [] : periods }));
}
