import { at, type Rows, rowsOf } from '../solver/ints.ts';
import type { CttInstance } from './instance.ts';

/**
 * An instance in flat arrays of integers. Courses, rooms, curricula and lectures are numbered from 0; a period is
 * `day * periodsPerDay + period`; a slot is a room at a period, `period * rooms + room`.
 */
export interface CttModel {
  readonly instance: CttInstance;
  readonly courses: number;
  readonly rooms: number;
  readonly days: number;
  readonly periodsPerDay: number;
  readonly periods: number;
  readonly lectures: number;
  readonly dayOf: Int32Array;
  readonly courseOf: Int32Array;
  readonly lecturesOf: Rows;
  readonly minDays: Int32Array;
  /** [course * courses + course]: 1 when they may not be held at once; a course with itself, too. */
  readonly conflict: Int32Array;
  /** The courses that a course conflicts with, itself included. */
  readonly conflictsOf: Rows;
  readonly curriculaOf: Rows;
  readonly curricula: number;
  /** [course * curricula + curriculum]: 1 for a member. */
  readonly isMember: Int32Array;
  /** [course * periods + period]: 1 when the course cannot be held then. */
  readonly closed: Int32Array;
  /** [course * rooms + room]: seats that are missing. */
  readonly missing: Int32Array;
}

export function cttModel(instance: CttInstance): CttModel {
  const { days, periodsPerDay } = instance;
  const courses = instance.courses.length;
  const rooms = instance.rooms.length;
  const periods = days * periodsPerDay;
  const courseIndex = new Map(instance.courses.map(({ id }, index) => [id, index]));
  const indexOf = (id: string): number => courseIndex.get(id) ?? 0;
  const members = instance.curricula.map((one) => one.courses.map(indexOf));
  const conflict = conflictsOf(instance, members);
  const closed = new Int32Array(courses * periods);
  for (const { course, day, period } of instance.unavailable)
    closed[indexOf(course) * periods + day * periodsPerDay + period] = 1;
  const curriculaOf: number[][] = instance.courses.map(() => []);
  for (const [curriculum, list] of members.entries()) for (const course of list) curriculaOf[course]?.push(curriculum);
  const isMember = new Int32Array(courses * members.length);
  for (const [course, list] of curriculaOf.entries())
    for (const curriculum of list) isMember[course * members.length + curriculum] = 1;
  const courseOf = Int32Array.from(
    instance.courses.flatMap(({ lectures }, course) => new Array<number>(lectures).fill(course)),
  );
  const lists: number[][] = instance.courses.map(() => []);
  for (const [lecture, course] of courseOf.entries()) lists[course]?.push(lecture);
  return {
    instance,
    courses,
    rooms,
    days,
    periodsPerDay,
    periods,
    lectures: courseOf.length,
    dayOf: Int32Array.from({ length: periods }, (_, period) => Math.floor(period / periodsPerDay)),
    courseOf,
    lecturesOf: rowsOf(lists),
    minDays: Int32Array.from(instance.courses, (course) => course.minDays),
    conflict,
    conflictsOf: rowsOf(
      instance.courses.map((_, course) => {
        const row = conflict.subarray(course * courses, (course + 1) * courses);
        return [...row.keys()].filter((other) => at(row, other) === 1);
      }),
    ),
    curriculaOf: rowsOf(curriculaOf),
    curricula: members.length,
    isMember,
    closed,
    missing: Int32Array.from({ length: courses * rooms }, (_, cell) => {
      const students = instance.courses[Math.floor(cell / rooms)]?.students ?? 0;
      return Math.max(0, students - (instance.rooms[cell % rooms]?.seats ?? 0));
    }),
  };
}

function conflictsOf({ courses }: CttInstance, curricula: readonly (readonly number[])[]): Int32Array {
  const count = courses.length;
  const conflict = new Int32Array(count * count);
  const together = (list: readonly number[]): void => {
    for (const a of list) for (const b of list) conflict[a * count + b] = 1;
  };
  const byTeacher = new Map<string, number[]>();
  for (const [index, { teacher }] of courses.entries()) {
    conflict[index * count + index] = 1;
    byTeacher.set(teacher, [...(byTeacher.get(teacher) ?? []), index]);
  }
  for (const list of [...curricula, ...byTeacher.values()]) together(list);
  return conflict;
}
