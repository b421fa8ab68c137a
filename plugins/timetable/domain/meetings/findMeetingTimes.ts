import {
  addDays,
  type Busy,
  covers,
  type Interval,
  localOf,
  minutesOf,
  overlaps,
  wallTimeOf,
  weekdayOf,
} from '../../../../server/calendar/api.ts';
import { slotAt } from '../lessons/slot.ts';
import type { Rooms } from '../publish/allot.ts';

/** One of those who are to meet. */
export interface Invitee {
  readonly personId: string;
  readonly zone: string;
  /** When this person can be online, merged. */
  readonly available: readonly Interval[];
  /** The person said nothing about hours; then early, late and on a Sunday are no good hours. */
  readonly hasNoHours: boolean;
  readonly taken: readonly Interval[];
}

export interface MeetingSearchFacts {
  readonly invitees: readonly Invitee[];
  readonly minutes: number;
  /** First and last date on the searcher's clock. */
  readonly fromOn: string;
  readonly untilOn: string;
  readonly zone: string;
  readonly notBefore: Date;
  readonly rooms: Rooms | undefined;
  /** What takes meeting rooms. */
  readonly roomsTaken: readonly Busy[];
}

/** Why somebody cannot be there; never what the person does then. */
export interface Missing {
  readonly personId: string;
  readonly why: 'taken' | 'offline';
}

export interface MeetingTime extends Interval {
  readonly missing: readonly Missing[];
  /** People for whom it is early, late or Sunday on their own clock. */
  readonly awkward: number;
}

/** Meetings begin on the half hour, within these hours of the searcher's day. */
const [stepMinutes, dayFrom, dayTo] = [30, minutesOf('07:00'), minutesOf('22:00')];
/** Hours that are good for everybody who named none. */
const [goodFrom, goodTo] = [minutesOf('08:00'), minutesOf('20:00')];

/**
 * Times at which these people could meet: fewest of them missing, fewest for whom the hour is awkward, soonest. Of times
 * that overlap only the best is named.
 */
export function findMeetingTimes(facts: MeetingSearchFacts, most: number): readonly MeetingTime[] {
  const ranked = startsOf(facts)
    .filter((slot) => hasRoom(facts, slot))
    .map((slot) => weigh(facts, slot))
    .filter(({ missing }) => missing.length < Math.max(2, facts.invitees.length))
    .toSorted(byCost);
  const chosen: MeetingTime[] = [];
  for (const time of ranked) {
    if (chosen.length === most) break;
    if (!chosen.some((other) => overlaps(other, time))) chosen.push(time);
  }
  return chosen;
}

function startsOf({ minutes, fromOn, untilOn, zone, notBefore }: MeetingSearchFacts): readonly Interval[] {
  const found: Interval[] = [];
  for (let on = fromOn; on <= untilOn; on = addDays(on, 1))
    for (let minute = dayFrom; minute + minutes <= dayTo; minute += stepMinutes) {
      const slot = slotAt({ on, time: wallTimeOf(minute) }, zone, minutes * 60_000);
      if (slot && slot.startsAt >= notBefore) found.push({ startsAt: slot.startsAt, endsAt: slot.endsAt });
    }
  return found;
}

/** Who could not come to a meeting at this time. */
export const missingAt = (invitees: readonly Invitee[], slot: Interval): readonly Missing[] =>
  invitees.flatMap(({ personId, taken, available }): readonly Missing[] => {
    if (taken.some((one) => overlaps(one, slot))) return [{ personId, why: 'taken' }];
    return covers(available, slot) ? [] : [{ personId, why: 'offline' }];
  });

function weigh({ invitees }: MeetingSearchFacts, { startsAt, endsAt }: Interval): MeetingTime {
  const slot = { startsAt, endsAt };
  const awkward = invitees.filter((one) => one.hasNoHours && isAwkward(slot, one.zone)).length;
  return { ...slot, missing: missingAt(invitees, slot), awkward };
}

function isAwkward({ startsAt, endsAt }: Interval, zone: string): boolean {
  const [start, end] = [localOf(startsAt, zone), localOf(endsAt, zone)];
  const until = end.on === start.on ? minutesOf(end.time) : minutesOf('24:00');
  return minutesOf(start.time) < goodFrom || until > goodTo || weekdayOf(start.on) === 7;
}

function hasRoom({ rooms, roomsTaken }: MeetingSearchFacts, slot: Interval): boolean {
  if (!rooms) return true;
  const there = roomsTaken.filter((one) => overlaps(one, slot));
  const moments = [slot.startsAt, ...there.map(({ startsAt }) => startsAt)].filter((at) => at >= slot.startsAt);
  return moments.every(
    (at) => there.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt).length < rooms.capacity,
  );
}

const byCost = (a: MeetingTime, b: MeetingTime): number =>
  a.missing.length - b.missing.length || a.awkward - b.awkward || a.startsAt.getTime() - b.startsAt.getTime();
