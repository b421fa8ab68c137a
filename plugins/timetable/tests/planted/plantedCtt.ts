import { type Random, seededRandom } from '../../../../server/optimise/random.ts';
import type {
  CttCourse,
  CttCurriculum,
  CttInstance,
  CttLecture,
  CttPeriod,
  CttRoom,
} from '../../domain/ctt/instance.ts';

export interface CttSize {
  readonly days: number;
  readonly periodsPerDay: number;
  readonly rooms: number;
  /** Families of curricula: curricula of one family share most of their courses. */
  readonly families: number;
  /** Courses that every curriculum of a family has, and courses among which its curricula differ, held at the same time. */
  readonly shared: number;
  readonly electives: number;
  /** Part of the rooms' time that is used at least, 0 to 1: courses without a curriculum fill it up. */
  readonly use: number;
  /** Part of the periods that a course does not use in which it is closed, 0 to 1. */
  readonly closed: number;
}

/** Sizes like those of the competition ITC-2007: small and tight, usual, the largest, and one with long days. */
export const cttSizes: Readonly<Record<'small' | 'usual' | 'large' | 'long', CttSize>> = {
  small: { days: 5, periodsPerDay: 6, rooms: 6, families: 14, shared: 4, electives: 2, use: 0.88, closed: 0.05 },
  usual: { days: 5, periodsPerDay: 5, rooms: 16, families: 26, shared: 4, electives: 3, use: 0.7, closed: 0.2 },
  large: { days: 6, periodsPerDay: 5, rooms: 20, families: 42, shared: 4, electives: 3, use: 0.87, closed: 0.15 },
  long: { days: 6, periodsPerDay: 9, rooms: 10, families: 22, shared: 5, electives: 3, use: 0.5, closed: 0.35 },
};

export interface PlantedCtt {
  readonly instance: CttInstance;
  /** A timetable that breaks no rule, hard or soft. */
  readonly solution: readonly CttLecture[];
}

interface Held {
  readonly periods: readonly number[];
  readonly room: number;
}

/** An instance of the competition's kind for which a timetable of cost 0 is known: it was there first, the data were made to fit it. */
export function plantedCtt(seed: number, size: CttSize): PlantedCtt {
  const random = seededRandom(seed);
  const seats = Array.from({ length: size.rooms }, () => 30 + 10 * random.below(20));
  const taken = new Set<string>();
  const held: Held[] = [];
  const curricula: number[][] = [];
  for (let family = 0; family < size.families; family++) plantFamily(size, random, { taken, held, curricula });
  fillUp(size, random, { taken, held });
  const teachers = teachersOf(held, random);
  const courses = held.map(
    ({ periods, room }, index): CttCourse => ({
      id: `c${index}`,
      teacher: `t${teachers[index]}`,
      lectures: periods.length,
      minDays: Math.max(1, daysOf(periods, size) - random.below(2)),
      students: Math.max(1, (seats[room] ?? 0) - random.below(20)),
    }),
  );
  const instance: CttInstance = {
    name: `planted-${seed}`,
    days: size.days,
    periodsPerDay: size.periodsPerDay,
    courses,
    rooms: seats.map((one, index): CttRoom => ({ id: `r${index}`, seats: one })),
    curricula: curricula.map(
      (list, index): CttCurriculum => ({ id: `q${index}`, courses: list.map((one) => `c${one}`) }),
    ),
    unavailable: held.flatMap(({ periods }, index) =>
      closedPeriods(periods, size, random).map((one) => ({ course: `c${index}`, ...one })),
    ),
  };
  const solution = held.flatMap(({ periods, room }, index) =>
    periods.map((period): CttLecture => ({ course: `c${index}`, room: `r${room}`, ...periodOf(period, size) })),
  );
  return { instance, solution };
}

interface Planting {
  readonly taken: Set<string>;
  readonly held: Held[];
  readonly curricula: number[][];
}

/**
 * Deals the hours of a compact week to the shared courses and to the slot of the electives; every elective is a course of its own
 * in that slot, and a curriculum has one of them, so that its week is as compact. A course that finds no room is left out with
 * those who were to share its family.
 */
function plantFamily(size: CttSize, random: Random, { taken, held, curricula }: Planting): void {
  const parts = dealt(compactWeek(size, random), size.shared + 1, size, random);
  const place = (periods: readonly number[]): Held | undefined => {
    const free = (room: number): boolean => periods.every((period) => !taken.has(`${period} ${room}`));
    const offset = random.below(size.rooms);
    for (let i = 0; i < size.rooms; i++) {
      const room = (offset + i) % size.rooms;
      if (!free(room)) continue;
      for (const period of periods) taken.add(`${period} ${room}`);
      return { periods, room };
    }
    return undefined;
  };
  const shared: number[] = [];
  for (const periods of parts.slice(1)) {
    const one = place(periods);
    if (!one) return;
    shared.push(held.push(one) - 1);
  }
  for (let elective = 0; elective < size.electives; elective++) {
    const one = place(parts[0] ?? []);
    if (one) curricula.push([...shared, held.push(one) - 1]);
  }
}

/** Courses of up to five lectures where rooms are empty. */
function fillUp(size: CttSize, random: Random, { taken, held }: Pick<Planting, 'taken' | 'held'>): void {
  const periods = size.days * size.periodsPerDay;
  const wanted = size.use * periods * size.rooms;
  for (let room = random.below(size.rooms), tries = 0; taken.size < wanted && tries < 10 * size.rooms; tries++) {
    room = (room + 1) % size.rooms;
    const free = Array.from({ length: periods }, (_, period) => period).filter((one) => !taken.has(`${one} ${room}`));
    const own = dealt(free, Math.max(1, Math.ceil(free.length / 4)), size, random)[0] ?? [];
    if (own.length === 0) continue;
    for (const period of own) taken.add(`${period} ${room}`);
    held.push({ periods: own, room });
  }
}

/** On every day a stretch of two to four periods without a hole. */
function compactWeek({ days, periodsPerDay }: CttSize, random: Random): number[] {
  return Array.from({ length: days }).flatMap((_, day) => {
    const length = Math.min(periodsPerDay, 2 + random.below(3));
    const first = day * periodsPerDay + random.below(periodsPerDay - length + 1);
    return Array.from({ length }, (__, i) => first + i);
  });
}

/** Every period to one of the parts, none of them empty; as many days for a part as chance gives. */
function dealt(periods: readonly number[], parts: number, { periodsPerDay }: CttSize, random: Random): number[][] {
  const lists: number[][] = Array.from({ length: parts }, () => []);
  for (const [index, period] of periods.entries()) {
    const day = Math.floor(period / periodsPerDay);
    const fresh = lists.filter((list) => !list.some((one) => Math.floor(one / periodsPerDay) === day));
    const from = fresh.length > 0 && random.below(4) > 0 ? fresh : lists;
    (index < parts ? lists[index] : from[random.below(from.length)])?.push(period);
  }
  return lists;
}

/** One to three courses for each teacher, never two at once. */
function teachersOf(held: readonly Held[], random: Random): number[] {
  const busy: Set<number>[] = [];
  return held.map(({ periods }) => {
    const known =
      random.below(3) === 0 ? -1 : busy.findIndex((one) => one.size < 12 && periods.every((p) => !one.has(p)));
    const teacher = known < 0 ? busy.push(new Set()) - 1 : known;
    for (const period of periods) busy[teacher]?.add(period);
    return teacher;
  });
}

const daysOf = (periods: readonly number[], { periodsPerDay }: CttSize): number =>
  new Set(periods.map((period) => Math.floor(period / periodsPerDay))).size;

const periodOf = (period: number, { periodsPerDay }: CttSize): CttPeriod => ({
  day: Math.floor(period / periodsPerDay),
  period: period % periodsPerDay,
});

function closedPeriods(periods: readonly number[], size: CttSize, random: Random): CttPeriod[] {
  const all = Array.from({ length: size.days * size.periodsPerDay }, (_, period) => period);
  return all
    .filter((period) => !periods.includes(period) && random.next() < size.closed)
    .map((period) => periodOf(period, size));
}
