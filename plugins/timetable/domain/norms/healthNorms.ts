/** How a norm is kept: not at all, as a wish of the search, or without exception. */
export const norms = ['off', 'wish', 'must'] as const;
export type Force = (typeof norms)[number];

/** Limits of some grades, both included. */
export interface GradeNorms {
  readonly fromGrade: number;
  readonly untilGrade: number;
  readonly lessonsADay: number;
  readonly lessonsAWeek: number;
  readonly screenMinutesADay: number;
  /** So much of a lesson counts as time at the screen at most. */
  readonly screenMinutesALesson: number;
}

/** What a school wants of every timetable for the sake of health. */
export interface HealthNorms {
  /** Lessons a day; with it, lessons a week are looked at. */
  readonly load: Force;
  readonly screen: Force;
  /** Heavy subjects on the middle days of a week and in the middle hours of a day. */
  readonly heavy: Force;
  readonly grades: readonly GradeNorms[];
  readonly heavySubjectIds: readonly string[];
  readonly heavyWeekdays: readonly number[];
  readonly heavyFromHour: number;
  readonly heavyUntilHour: number;
  /** Shortest break between two hours of a grid; null is not looked at. */
  readonly breakMinutes: number | null;
}

/**
 * Where a school begins: SanPiN 1.2.3685-21, five days a week; screen time is that of a computer at home. Nothing is in
 * force before the school says so.
 */
export const usualNorms: HealthNorms = {
  load: 'off',
  screen: 'off',
  heavy: 'off',
  grades: [
    [1, 1, 4, 21, 80, 20],
    [2, 2, 5, 23, 80, 20],
    [3, 4, 5, 23, 90, 25],
    [5, 5, 6, 29, 120, 30],
    [6, 6, 6, 30, 120, 30],
    [7, 7, 7, 32, 120, 30],
    [8, 9, 7, 33, 120, 30],
    [10, 12, 7, 34, 170, 35],
  ].map(([fromGrade = 1, untilGrade = 1, lessonsADay = 1, lessonsAWeek = 1, screenMinutesADay = 1, minutes = 1]) => ({
    fromGrade,
    untilGrade,
    lessonsADay,
    lessonsAWeek,
    screenMinutesADay,
    screenMinutesALesson: minutes,
  })),
  heavySubjectIds: [],
  heavyWeekdays: [2, 3, 4],
  heavyFromHour: 2,
  heavyUntilHour: 4,
  breakMinutes: 10,
};

/** The limits of a grade; undefined where the school names none. */
export const ofGrade = ({ grades }: Pick<HealthNorms, 'grades'>, grade: number): GradeNorms | undefined =>
  grades.find((one) => one.fromGrade <= grade && grade <= one.untilGrade);

/** Lessons of so many minutes that fill the day's time at the screen; one is always allowed. */
export const lessonsAtScreen = (
  { screenMinutesADay, screenMinutesALesson }: GradeNorms,
  lessonMinutes: number,
): number => Math.max(1, Math.floor(screenMinutesADay / Math.min(lessonMinutes, screenMinutesALesson)));

/** Lessons a day that a student of a grade must not have more of; undefined where only wishes limit them. */
export function mostLessonsADay(norms: HealthNorms, grade: number, lessonMinutes: number): number | undefined {
  const limits = ofGrade(norms, grade);
  if (!limits) return undefined;
  const most = Math.min(
    norms.load === 'must' ? limits.lessonsADay : Number.POSITIVE_INFINITY,
    norms.screen === 'must' ? lessonsAtScreen(limits, lessonMinutes) : Number.POSITIVE_INFINITY,
  );
  return Number.isFinite(most) ? most : undefined;
}

export type NormsVerdict = 'fine' | { readonly overlap: number } | { readonly backwards: true };

/** Grades are named once, hours forwards. */
export function judgeNorms({ grades, heavyFromHour, heavyUntilHour }: HealthNorms): NormsVerdict {
  if (heavyFromHour > heavyUntilHour || grades.some((one) => one.fromGrade > one.untilGrade))
    return { backwards: true };
  const seen = new Set<number>();
  for (const { fromGrade, untilGrade } of grades) {
    for (let grade = fromGrade; grade <= untilGrade; grade++) {
      if (seen.has(grade)) return { overlap: grade };
      seen.add(grade);
    }
  }
  return 'fine';
}
