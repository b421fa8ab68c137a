import { addDays, type Busy, covers, type Interval, overlaps, weekdayOf } from '../../../../server/calendar/api.ts';
import { type Slot, slotAt } from '../lessons/slot.ts';
import { allot, type Rooms } from '../publish/allot.ts';
import type { GridHour } from '../publish/alternatives.ts';

/** Where a lesson could go, and who could not be online then. */
export interface FreeSlot extends Slot {
  /** Students outside of the hours in which they can be online. */
  readonly absent: readonly string[];
  /** Days from the lesson's own date; negative when earlier. */
  readonly daysAway: number;
}

/** Everything that decides where a lesson could go. */
export interface SlotSearch {
  readonly lesson: Interval & { readonly on: string; readonly zone: string };
  readonly teacherId: string;
  readonly studentsOn: (on: string) => readonly string[];
  readonly grid: readonly GridHour[];
  /** First and last date to look at, in the group's zone. */
  readonly fromOn: string;
  readonly untilOn: string;
  /** No slot begins before this instant. */
  readonly notBefore: Date;
  readonly holidays: ReadonlySet<string>;
  /** What takes the people and the meeting rooms, without the lesson itself. */
  readonly busy: readonly Busy[];
  readonly rooms: Rooms | undefined;
  /** When each person can be online, merged. */
  readonly available: ReadonlyMap<string, readonly Interval[]>;
}

const dayMs = 86_400_000;

/**
 * Hours of the group's grid that nobody concerned is taken in, with a meeting room, in which the teacher can be online.
 * Best first: fewest students who cannot be online, then nearest to the lesson's own date, then earliest.
 */
export function freeSlots(search: SlotSearch): readonly FreeSlot[] {
  const found: FreeSlot[] = [];
  for (let on = search.fromOn; on <= search.untilOn; on = addDays(on, 1)) {
    if (search.holidays.has(on)) continue;
    found.push(...slotsOf(on, search));
  }
  return found.sort(
    (a, b) =>
      a.absent.length - b.absent.length ||
      Math.abs(a.daysAway) - Math.abs(b.daysAway) ||
      a.startsAt.getTime() - b.startsAt.getTime(),
  );
}

function slotsOf(on: string, search: SlotSearch): readonly FreeSlot[] {
  const { lesson, teacherId, busy, rooms, available } = search;
  const ms = lesson.endsAt.getTime() - lesson.startsAt.getTime();
  const students = search.studentsOn(on);
  return search.grid
    .filter(({ weekday, minutes }) => weekday === weekdayOf(on) && minutes * 60_000 >= ms)
    .flatMap(({ startsTime }): FreeSlot[] => {
      const slot = slotAt({ on, time: startsTime }, lesson.zone, ms);
      if (!slot || slot.startsAt < search.notBefore || overlaps(slot, lesson)) return [];
      const taking = { lessonId: '', interval: slot, personIds: [teacherId, ...students] };
      const [allotment] = allot([taking], busy, rooms);
      if (!allotment || allotment.conflicts.length > 0 || (rooms && !allotment.hasRoom)) return [];
      const isOffline = (id: string): boolean => !covers(available.get(id) ?? [], slot);
      if (isOffline(teacherId)) return [];
      const daysAway = Math.round((Date.parse(on) - Date.parse(lesson.on)) / dayMs);
      return [{ ...slot, absent: students.filter(isOffline), daysAway }];
    });
}
