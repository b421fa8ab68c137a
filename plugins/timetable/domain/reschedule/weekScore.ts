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

/**
 * How the wishes that the workbench counts (no gaps, even days, subjects spread over the days, few gaps of teachers) fare
 * in the weeks of a move. Students with the same lessons count once, as they do there.
 */
export function scoreChange(facts: WeekFacts, moves: readonly ScoredMove[]): ScoreChange {
  const weeks = weeksOf(facts, moves);
  const students = cohortsOf(
    facts,
    moves.flatMap((move) => move.students),
  ).map((id) => changeOf(facts, moves, weeks, id, (move) => move.students.includes(id), studentCost));
  const teachers = [...new Set(moves.map(({ teacherId }) => teacherId))].map((id) =>
    changeOf(facts, moves, weeks, id, (move) => move.teacherId === id, teacherCost),
  );
  const courses = [...new Set(moves.map(({ to }) => to.courseId))].map((id) => courseChange(facts, moves, weeks, id));
  const points = [...students, ...teachers, ...courses].reduce((sum, one) => sum + one.points, 0);
  return {
    points: Math.round(points * 100) / 100,
    gaps: students.map(({ gaps }) => gaps).reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0),
    isTwice: courses.some(({ twice }) => twice > 0),
  };
}

interface Cost {
  readonly points: number;
  readonly gaps: number;
}

type CostOf = (facts: WeekFacts, lessons: readonly HeldLesson[]) => Cost;

/** Mondays of the weeks from which and to which lessons move. */
function weeksOf({ lessonsOfCourse }: WeekFacts, moves: readonly ScoredMove[]): ReadonlySet<string> {
  const was = moves.flatMap(({ lessonId, to }) =>
    (lessonsOfCourse.get(to.courseId) ?? []).filter(({ id }) => id === lessonId).map(({ on }) => on),
  );
  return new Set([...was, ...moves.map(({ to }) => to.on)].map(mondayOf));
}

/** One of those who have the very same lessons stands for all of them. */
function cohortsOf({ lessonsOf }: WeekFacts, personIds: readonly string[]): readonly string[] {
  const byLessons = new Map<string, string>();
  for (const personId of new Set(personIds)) {
    const key = (lessonsOf.get(personId) ?? [])
      .map(({ id }) => id)
      .sort()
      .join();
    if (!byLessons.has(key)) byLessons.set(key, personId);
  }
  return [...byLessons.values()];
}

function changeOf(
  facts: WeekFacts,
  moves: readonly ScoredMove[],
  weeks: ReadonlySet<string>,
  personId: string,
  concerns: (move: ScoredMove) => boolean,
  costOf: CostOf,
): Cost {
  const before = facts.lessonsOf.get(personId) ?? [];
  const after = moved(before, moves.filter(concerns));
  let [points, gaps] = [0, 0];
  for (const week of weeks) {
    const [was, is] = [before, after].map((lessons) => costOf(facts, inWeek(lessons, week)));
    points += (is?.points ?? 0) - (was?.points ?? 0);
    gaps += (is?.gaps ?? 0) - (was?.gaps ?? 0);
  }
  return { points, gaps };
}

const inWeek = (lessons: readonly HeldLesson[], week: string): readonly HeldLesson[] =>
  lessons.filter(({ on }) => mondayOf(on) === week);

const moved = (lessons: readonly HeldLesson[], moves: readonly ScoredMove[]): readonly HeldLesson[] => [
  ...lessons.filter(({ id }) => !moves.some(({ lessonId }) => lessonId === id)),
  ...moves.map(({ to }) => to),
];

/** Gaps of the week, and hours of days above an even share. */
function studentCost({ grid }: WeekFacts, lessons: readonly HeldLesson[]): Cost {
  const days = byDay(lessons);
  const gaps = gapsOf(grid, days);
  const schoolDays = new Set(grid.map(({ weekday }) => weekday)).size;
  const share = Math.ceil(lessons.length / Math.max(1, schoolDays));
  const excess = days.reduce((sum, day) => sum + Math.max(0, day.length - share), 0);
  return { points: (gaps * softWeights.gaps + excess * softWeights.evenDays) / 100, gaps };
}

/** Gaps of the week above those that a teacher may have. */
function teacherCost({ grid }: WeekFacts, lessons: readonly HeldLesson[]): Cost {
  const gaps = gapsOf(grid, byDay(lessons));
  return { points: (Math.max(0, gaps - usualTeacherGaps) * softWeights.teacherGaps) / 100, gaps };
}

function byDay(lessons: readonly HeldLesson[]): readonly (readonly HeldLesson[])[] {
  const days = new Map<string, HeldLesson[]>();
  for (const lesson of lessons) days.set(lesson.on, [...(days.get(lesson.on) ?? []), lesson]);
  return [...days.values()].map((day) => day.toSorted((a, b) => a.from - b.from));
}

/** Hours of the grid that lie free between two lessons of a day. */
function gapsOf(grid: readonly GridHour[], days: readonly (readonly HeldLesson[])[]): number {
  let gaps = 0;
  for (const day of days) {
    const weekday = weekdayOf(day[0]?.on ?? '');
    const hours = grid.filter((hour) => hour.weekday === weekday);
    for (const [i, lesson] of day.entries()) {
      const next = day[i + 1];
      if (!next) continue;
      gaps += hours.filter(({ startsTime, minutes }) => {
        const from = minutesOf(startsTime);
        return lesson.to <= from && from + minutes <= next.from;
      }).length;
    }
  }
  return gaps;
}

/** Lessons of one course on one day, or on days next to each other where there is room to spread them. */
function courseChange(
  facts: WeekFacts,
  moves: readonly ScoredMove[],
  weeks: ReadonlySet<string>,
  courseId: string,
): { readonly points: number; readonly twice: number } {
  const before = facts.lessonsOfCourse.get(courseId) ?? [];
  const after = moved(
    before,
    moves.filter(({ to }) => to.courseId === courseId),
  );
  const days = new Set(facts.grid.map(({ weekday }) => weekday)).size;
  let [points, twice] = [0, 0];
  for (const week of weeks) {
    const [was, is] = [before, after].map((lessons) => pairsOf(inWeek(lessons, week), days));
    points += (is?.points ?? 0) - (was?.points ?? 0);
    twice += (is?.sameDay ?? 0) - (was?.sameDay ?? 0);
  }
  return { points, twice };
}

function pairsOf(lessons: readonly HeldLesson[], days: number): { readonly points: number; readonly sameDay: number } {
  const hasRoomToSpread = (lessons.length - 1) * 2 < days;
  let [sameDay, near] = [0, 0];
  for (const [i, one] of lessons.entries())
    for (const other of lessons.slice(i + 1)) {
      const apart = Math.abs(weekdayOf(one.on) - weekdayOf(other.on));
      sameDay += Math.max(0, 1 - apart);
      if (hasRoomToSpread) near += Math.max(0, 2 - apart);
    }
  return { points: (sameDay * softWeights.sameDay + near * softWeights.spread) / 100, sameDay };
}
