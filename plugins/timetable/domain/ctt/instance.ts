export interface CttCourse {
  readonly id: string;
  readonly teacher: string;
  /** Lectures a week, all alike. */
  readonly lectures: number;
  /** Days over which they should be spread. */
  readonly minDays: number;
  readonly students: number;
}

export interface CttRoom {
  readonly id: string;
  readonly seats: number;
}

/** Courses that are taken by the same students. */
export interface CttCurriculum {
  readonly id: string;
  readonly courses: readonly string[];
}

/** A period, counted from 0 in days and within the day. */
export interface CttPeriod {
  readonly day: number;
  readonly period: number;
}

/** A .ctt file: curriculum-based course timetabling, track 3 of the timetabling competition ITC-2007. */
export interface CttInstance {
  readonly name: string;
  readonly days: number;
  readonly periodsPerDay: number;
  readonly courses: readonly CttCourse[];
  readonly rooms: readonly CttRoom[];
  readonly curricula: readonly CttCurriculum[];
  readonly unavailable: readonly (CttPeriod & { readonly course: string })[];
}

/** A line of a solution. */
export interface CttLecture extends CttPeriod {
  readonly course: string;
  readonly room: string;
}
