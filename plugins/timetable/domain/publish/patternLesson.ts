/** One lesson of the weekly pattern: the same wall time every week in the group's zone. */
export interface PatternLesson {
  readonly courseId: string;
  /** 1 for the first lesson of the course in a week. */
  readonly nth: number;
  readonly groupId: string;
  readonly subgroupId: string | null;
  readonly teacherId: string | null;
  /** 1 is Monday. */
  readonly weekday: number;
  /** Which hour of the group's day, from 1. */
  readonly hourIndex: number;
  readonly startsTime: string;
  readonly minutes: number;
}
