import type { CttInstance, CttLecture } from './instance.ts';

/** A solution as the competition wants it: a line `course room day period` for each lecture, in the order of the courses. */
export function writeSolution(instance: CttInstance, lectures: readonly CttLecture[]): string {
  const order = new Map(instance.courses.map(({ id }, index) => [id, index]));
  const rank = (one: CttLecture): number => order.get(one.course) ?? 0;
  return [...lectures]
    .sort((a, b) => rank(a) - rank(b) || a.day - b.day || a.period - b.period)
    .map(({ course, room, day, period }) => `${course} ${room} ${day} ${period}\n`)
    .join('');
}

export interface ReadSolution {
  readonly lectures: readonly CttLecture[];
  /** Lines (1-based) that name no course, room or period of the instance; they count as hard violations. */
  readonly malformed: readonly number[];
}

/** Reads such lines; more words in a line are ignored, as the competition's validator does. */
export function readSolution(instance: CttInstance, text: string): ReadSolution {
  const courses = new Set(instance.courses.map(({ id }) => id));
  const rooms = new Set(instance.rooms.map(({ id }) => id));
  const lectures: CttLecture[] = [];
  const malformed: number[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const [course = '', room = '', day = '', period = ''] = raw.trim().split(/\s+/);
    if (course === '') continue;
    const at = { day: numberOf(day), period: numberOf(period) };
    const isKnown = courses.has(course) && rooms.has(room);
    if (isKnown && at.day < instance.days && at.period < instance.periodsPerDay) lectures.push({ course, room, ...at });
    else malformed.push(index + 1);
  }
  return { lectures, malformed };
}

const numberOf = (word: string): number => (/^\d{1,9}$/.test(word) ? Number(word) : Number.NaN);
