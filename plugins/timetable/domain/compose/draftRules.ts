/** A break: no lesson of the draft's groups is held in this hour of their grids, on one weekday or (null) on all. */
export interface BreakHour {
  readonly weekday: number | null;
  readonly hour: number;
}

/** What a tutor decides about a whole draft; null means without limit. */
export interface DraftRules {
  /** Lessons that may be held at once, over all groups of the school. */
  readonly meetingRooms: number | null;
  /** Most hours of a student's day. */
  readonly lessonsADay: number;
  /** Most hours of a student without a break between them. */
  readonly lessonsInARow: number | null;
  readonly teacherLessonsADay: number | null;
  readonly breaks: readonly BreakHour[];
}

/** Where a draft begins: seven lessons a day are the most that Russian sanitary rules allow to grades 7 to 11. */
export const usualRules: DraftRules = {
  meetingRooms: null,
  lessonsADay: 7,
  lessonsInARow: null,
  teacherLessonsADay: null,
  breaks: [],
};
