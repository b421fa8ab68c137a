import { DateTime } from 'luxon';
import type { Random } from '../optimise/random.ts';
import { chance, pick, streamFor } from './people.ts';
import type { DemoGroup } from './shape.ts';
import type { DemoStaff } from './staff.ts';
import type { DemoStudent } from './students.ts';

export interface DemoWindow {
  readonly personId: string;
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  readonly kind: 'online' | 'busy';
}

const weekdays = [1, 2, 3, 4, 5] as const;

/** A place of a group's grid as wall time in a student's zone, in the week of `monday`. */
function localPlace(group: DemoGroup, hour: string, zone: string, monday: string): { from: string; to: string } {
  const start = DateTime.fromISO(`${monday}T${hour}`, { zone: group.zone }).setZone(zone);
  return { from: start.toFormat('HH:mm'), to: start.plus({ minutes: group.minutes }).toFormat('HH:mm') };
}

const shifted = (time: string, minutes: number): string =>
  DateTime.fromISO(`2000-01-01T${time}`, { zone: 'utc' }).plus({ minutes }).toFormat('HH:mm');

/**
 * When each student can be online. Every group keeps most of its places free for everybody, so that it has
 * a timetable; in the other places some are busy at the home school or have no connection.
 */
export function makeStudentWindows(
  seed: number,
  students: readonly DemoStudent[],
  monday: string,
): readonly DemoWindow[] {
  const random = streamFor(seed, 4);
  const tightByGroup = new Map<DemoGroup, ReadonlySet<string>>();
  return students.flatMap((student) => {
    const tight = tightByGroup.get(student.group) ?? tightPlaces(random, student.group);
    tightByGroup.set(student.group, tight);
    return windowsOf(random, student, tight, monday);
  });
}

/**
 * Places in which not everybody can be there: five of thirty. Where clocks change against each other each of them
 * blocks two, so there it is two.
 */
function tightPlaces(random: Random, group: DemoGroup): ReadonlySet<string> {
  const places = weekdays.flatMap((weekday) => group.hours.map((hour) => `${weekday} ${hour}`));
  const count = group.pool === 'spanish' ? 2 : 5;
  const chosen = new Set<string>();
  while (chosen.size < count) chosen.add(pick(random, places));
  return chosen;
}

function windowsOf(random: Random, student: DemoStudent, tight: ReadonlySet<string>, monday: string): DemoWindow[] {
  const { group, zone, id: personId } = student;
  const first = localPlace(group, group.hours[0] ?? '09:00', zone, monday);
  const last = localPlace(group, group.hours.at(-1) ?? '18:00', zone, monday);
  const from = shifted(first.from, pick(random, [-60, -30, -30]));
  const to = shifted(last.to, pick(random, [30, 60, 90]));
  return weekdays.flatMap((weekday) => {
    const online: DemoWindow = { personId, weekday, from, to, kind: 'online' };
    const taken = group.hours.find((hour) => tight.has(`${weekday} ${hour}`) && chance(random, 0.12));
    if (!taken) return [online];
    const gap = localPlace(group, taken, zone, monday);
    return chance(random, 0.5)
      ? [online, { personId, weekday, ...gap, kind: 'busy' as const }]
      : withoutGap(online, gap);
  });
}

const withoutGap = (online: DemoWindow, gap: { from: string; to: string }): DemoWindow[] =>
  [
    { ...online, to: gap.from },
    { ...online, from: gap.to },
  ].filter(({ from, to }) => from < to);

/** Teachers and tutors work long days; some teachers have a free afternoon. */
export function makeStaffWindows(seed: number, staff: readonly DemoStaff[]): readonly DemoWindow[] {
  const random = streamFor(seed, 5);
  return staff
    .filter(({ roles }) => roles.includes('teacher'))
    .flatMap(({ id: personId, zone }) => {
      const day = zone === 'Europe/Madrid' ? { from: '14:00', to: '21:30' } : { from: '06:00', to: '20:30' };
      const short = chance(random, 0.3) ? pick(random, weekdays) : undefined;
      return weekdays.map((weekday) => ({
        personId,
        weekday,
        from: day.from,
        to: weekday === short ? shifted(day.to, -90) : day.to,
        kind: 'online' as const,
      }));
    });
}
