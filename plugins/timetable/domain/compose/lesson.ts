/** One of the lessons that a course has in a week; `nth` counts from 1. */
export interface LessonKey {
  readonly courseId: string;
  readonly nth: number;
}

/** An hour of the week in a group's grid. */
export interface GridHour {
  readonly weekday: number;
  readonly hour: number;
}

/** A lesson of a draft; `at` null means that it has no place yet. */
export interface LessonPlacement extends LessonKey {
  readonly at: GridHour | null;
  readonly isLocked: boolean;
}

/** The id of a lesson within a problem of the engine. */
export const lessonId = ({ courseId, nth }: LessonKey): string => `${courseId}#${nth}`;

/** The lesson that an id of the engine means; undefined when it is none. */
export function lessonOfId(id: string): LessonKey | undefined {
  const [courseId, nth] = id.split('#');
  return courseId && nth ? { courseId, nth: Number(nth) } : undefined;
}

export const sameLesson = (a: LessonKey, b: LessonKey): boolean => a.courseId === b.courseId && a.nth === b.nth;

export const sameHour = (a: GridHour | null, b: GridHour | null): boolean =>
  a === b || (a !== null && b !== null && a.weekday === b.weekday && a.hour === b.hour);
