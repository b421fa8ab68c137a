import { type Interval, minutesOf, weekdayOf } from '../../../../server/calendar/api.ts';
import { softWeights, usualTeacherGaps } from '../compose/softRules.ts';
import type { GridHour } from '../publish/alternatives.ts';
import { mondayOf } from '../publish/expandPattern.ts';

/** A dated lesson as the score sees it. */
export interface HeldLesson extends Interval {
  readonly id: string;
  readonly courseId: string;
  readonly on: string;
  /** Start and end in minutes of the group's day. */
  readonly from: number;
  readonly to: number;
}

/** What the score of dated weeks is counted from. */
export interface WeekFacts {
  readonly grid: readonly GridHour[];
  /** Lessons of a person, whoever else is in them. */
  readonly lessonsOf: ReadonlyMap<string, readonly HeldLesson[]>;
  /** All lessons of a course. */
  readonly lessonsOfCourse: ReadonlyMap<string, readonly HeldLesson[]>;
}

/** One lesson at another time, and whom it concerns. */
export interface ScoredMove {
  readonly lessonId: string;
  readonly to: HeldLesson;
  readonly students: readonly string[];
  readonly teacherId: string;
}

/** What moves do to the timetable; below 0 it gets better. */
export interface ScoreChange {
  /** In the points of the workbench's score. */
  readonly points: number;
  /** Free hours between lessons, of the students for whom it changes most. */
  readonly gaps: number;
  /** A subject is then twice on one day, and was not before. */
  readonly isTwice: boolean;
}

/** Points of a week, and what is told of them: gaps of a person, or lessons of a course on one day. */
interface Cost {
  readonly points: number;
  readonly count: number;
}

type CostOf = (lessons: readonly HeldLesson[]) => Cost;
type ByWeek = ReadonlyMap<string, readonly HeldLesson[]>;

/**
 * Counts how the wishes that the workbench counts (no gaps, even days, subjects spread over the days, few gaps of
 * teachers) fare in the weeks of a move. Students with the same lessons count once, as they do there. It is asked for many
 * moves about the same weeks, so what stands before a move is worked out once.
 */
export function weekScorer({
  grid,
  lessonsOf,
  lessonsOfCourse,
}: WeekFacts): (moves: readonly ScoredMove[]) => ScoreChange {
  const hours = hoursByWeekday(grid);
  const days = Math.max(1, hours.size);
  const weekOf = remembered(mondayOf);
  const byWeek = (lessons: readonly HeldLesson[]): ByWeek => grouped(lessons, ({ on }) => weekOf(on));
  const weeksOfPerson = remembered((id: string) => byWeek(lessonsOf.get(id) ?? []));
  const weeksOfCourse = remembered((id: string) => byWeek(lessonsOfCourse.get(id) ?? []));
  const lessonsKey = remembered((id: string) =>
    (lessonsOf.get(id) ?? [])
      .map((lesson) => lesson.id)
      .sort()
      .join(),
  );
  const costs: Readonly<Record<'student' | 'teacher', CostOf>> = {
    student: studentCost(hours, days),
    teacher: teacherCost(hours),
  };
  const courseCost = costOfCourse(days);
  const before = new Map<string, Cost>();

  const change = (
    key: string,
    weeks: ByWeek,
    moves: readonly ScoredMove[],
    asked: ReadonlySet<string>,
    costOf: CostOf,
  ): Cost => {
    let [points, count] = [0, 0];
    for (const week of asked) {
      const lessons = weeks.get(week) ?? [];
      const known = before.get(`${key} ${week}`);
      const was = known ?? costOf(lessons);
      if (!known) before.set(`${key} ${week}`, was);
      const is = costOf([
        ...lessons.filter(({ id }) => !moves.some(({ lessonId }) => lessonId === id)),
        ...moves.flatMap(({ to }) => (weekOf(to.on) === week ? to : [])),
      ]);
      points += is.points - was.points;
      count += is.count - was.count;
    }
    return { points, count };
  };

  return (moves) => {
    const was = moves.flatMap(({ lessonId, to }) =>
      (lessonsOfCourse.get(to.courseId) ?? []).filter(({ id }) => id === lessonId).map(({ on }) => on),
    );
    const asked = new Set([...was, ...moves.map(({ to }) => to.on)].map(weekOf));
    const cohorts = new Map(moves.flatMap((move) => move.students).map((id) => [lessonsKey(id), id]));
    const students = [...cohorts.values()].map((id) =>
      change(
        `s${id}`,
        weeksOfPerson(id),
        moves.filter((move) => move.students.includes(id)),
        asked,
        costs.student,
      ),
    );
    const teachers = [...new Set(moves.map(({ teacherId }) => teacherId))].map((id) =>
      change(
        `t${id}`,
        weeksOfPerson(id),
        moves.filter(({ teacherId }) => teacherId === id),
        asked,
        costs.teacher,
      ),
    );
    const courses = [...new Set(moves.map(({ to }) => to.courseId))].map((id) =>
      change(
        `c${id}`,
        weeksOfCourse(id),
        moves.filter(({ to }) => to.courseId === id),
        asked,
        courseCost,
      ),
    );
    const points = [...students, ...teachers, ...courses].reduce((sum, one) => sum + one.points, 0);
    return {
      points: Math.round(points * 100) / 100,
      gaps: students.map(({ count }) => count).reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0),
      isTwice: courses.some(({ count }) => count > 0),
    };
  };
}

/** The same of one set of moves. */
export const scoreChange = (facts: WeekFacts, moves: readonly ScoredMove[]): ScoreChange => weekScorer(facts)(moves);

function grouped(
  lessons: readonly HeldLesson[],
  keyOf: (lesson: HeldLesson) => string,
): ReadonlyMap<string, HeldLesson[]> {
  const found = new Map<string, HeldLesson[]>();
  for (const lesson of lessons) {
    const list = found.get(keyOf(lesson));
    if (list) list.push(lesson);
    else found.set(keyOf(lesson), [lesson]);
  }
  return found;
}

/** Works out each answer once. */
function remembered<V>(of: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = of(key);
    known.set(key, made);
    return made;
  };
}

interface Hour {
  readonly from: number;
  readonly to: number;
}

type Hours = ReadonlyMap<number, readonly Hour[]>;

function hoursByWeekday(grid: readonly GridHour[]): Hours {
  const found = new Map<number, Hour[]>();
  for (const { weekday, startsTime, minutes } of grid) {
    const from = minutesOf(startsTime);
    const list = found.get(weekday) ?? [];
    list.push({ from, to: from + minutes });
    found.set(weekday, list);
  }
  return found;
}

/** Gaps of the week, and hours of days above an even share. */
const studentCost =
  (hours: Hours, days: number): CostOf =>
  (lessons) => {
    const held = byDay(lessons);
    const count = gapsOf(hours, held);
    const share = Math.ceil(lessons.length / days);
    const excess = held.reduce((sum, day) => sum + Math.max(0, day.length - share), 0);
    return { points: (count * softWeights.gaps + excess * softWeights.evenDays) / 100, count };
  };

/** Gaps of the week above those that a teacher may have. */
const teacherCost =
  (hours: Hours): CostOf =>
  (lessons) => {
    const count = gapsOf(hours, byDay(lessons));
    return { points: (Math.max(0, count - usualTeacherGaps) * softWeights.teacherGaps) / 100, count };
  };

function byDay(lessons: readonly HeldLesson[]): readonly (readonly HeldLesson[])[] {
  return [...grouped(lessons, ({ on }) => on).values()].map((day) => day.toSorted((a, b) => a.from - b.from));
}

/** Hours of the grid that lie free between two lessons of a day. */
function gapsOf(hours: Hours, days: readonly (readonly HeldLesson[])[]): number {
  let gaps = 0;
  for (const day of days) {
    if (day.length < 2) continue;
    const ofDay = hours.get(weekdayOf(day[0]?.on ?? '')) ?? [];
    for (const [i, lesson] of day.entries()) {
      const next = day[i + 1];
      if (next) gaps += ofDay.filter(({ from, to }) => lesson.to <= from && to <= next.from).length;
    }
  }
  return gaps;
}

/** Lessons of one course on one day, or on days next to each other where there is room to spread them. */
const costOfCourse =
  (days: number): CostOf =>
  (lessons) => {
    const weekdays = lessons.map(({ on }) => weekdayOf(on));
    const hasRoomToSpread = (lessons.length - 1) * 2 < days;
    let [sameDay, near] = [0, 0];
    for (const [i, one] of weekdays.entries())
      for (const other of weekdays.slice(i + 1)) {
        const apart = Math.abs(one - other);
        sameDay += Math.max(0, 1 - apart);
        if (hasRoomToSpread) near += Math.max(0, 2 - apart);
      }
    return { points: (sameDay * softWeights.sameDay + near * softWeights.spread) / 100, count: sameDay };
  };
