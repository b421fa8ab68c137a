import type { PatternLesson } from './patternLesson.ts';

/** One hour of a group's grid. */
export interface GridHour {
  readonly weekday: number;
  readonly hour: number;
  readonly startsTime: string;
  readonly minutes: number;
}

type Audience = Pick<PatternLesson, 'subgroupId'>;

/** Two different subgroups of a group may have lessons at once; anything else shares students. */
const shareStudents = (a: Audience, b: Audience): boolean =>
  a.subgroupId === null || b.subgroupId === null || a.subgroupId === b.subgroupId;

/** Hours of the grid in which a course's students have no lesson of the pattern, long enough for it. */
export const alternativesOf = (
  course: Audience & { readonly minutes: number },
  grid: readonly GridHour[],
  pattern: readonly PatternLesson[],
): readonly { readonly weekday: number; readonly time: string }[] =>
  grid
    .filter(({ weekday, startsTime, minutes }) => {
      const isTaken = pattern.some(
        (lesson) => lesson.weekday === weekday && lesson.startsTime === startsTime && shareStudents(lesson, course),
      );
      return !isTaken && minutes >= course.minutes;
    })
    .map(({ weekday, startsTime }) => ({ weekday, time: startsTime }));
