import type { NormFacts } from '../norms/normSets.ts';
import type { DraftRules } from './draftRules.ts';
import type { LessonPlacement } from './lesson.ts';

/** Days of a term, both included. */
export interface Period {
  readonly fromOn: string;
  readonly untilOn: string;
}

/** How far clocks are from UTC during some parts of a term. Two parts of a term with equal offsets are one clock. */
export interface Clock {
  readonly periods: readonly Period[];
  /** Weekdays that occur in these periods; a clock that knows no Tuesday says nothing about Tuesdays. */
  readonly weekdays: ReadonlySet<number>;
  /** Minutes that each zone's wall clock is ahead of UTC. */
  readonly offsets: ReadonlyMap<string, number>;
}

/** One hour of a group's grid, on the wall clock of the group's zone. */
export interface GridPlace {
  readonly weekday: number;
  readonly hour: number;
  readonly startsTime: string;
  readonly minutes: number;
}

export interface GroupFacts {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly zone: string;
  readonly grid: readonly GridPlace[];
  readonly studentIds: readonly string[];
  readonly subgroups: readonly SubgroupFacts[];
}

export interface SubgroupFacts {
  readonly id: string;
  readonly name: string;
  readonly studentIds: readonly string[];
}

export interface CourseFacts {
  readonly id: string;
  readonly groupId: string;
  readonly subgroupId: string | null;
  readonly subjectId: string;
  readonly subjectName: string;
  readonly teacherId: string | null;
  readonly lessonsAWeek: number;
  readonly lessonMinutes: number;
  readonly studentIds: readonly string[];
}

/** Hours of every week, on the person's own wall clock; `24:00` ends a day. */
export interface WeeklyWindow {
  readonly kind: 'online' | 'busy';
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** A student or teacher. Without any `online` window everything that is not busy is available. */
export interface PersonFacts {
  readonly id: string;
  readonly zone: string;
  readonly weekly: readonly WeeklyWindow[];
  /** Siblings with whom the only device is shared. */
  readonly sharesDeviceWith: readonly string[];
}

/** A published lesson of a group outside of the draft. */
export interface TakenLesson {
  readonly courseId: string;
  readonly groupId: string;
  readonly zone: string;
  readonly weekday: number;
  readonly startsTime: string;
  readonly minutes: number;
  /** Teacher and students. */
  readonly personIds: readonly string[];
}

/** An absence that somebody accepted by name: of one lesson, or of whatever the group has in that hour. */
export interface Absence {
  readonly studentId: string;
  readonly groupId: string;
  readonly courseId: string | null;
  readonly nth: number | null;
  readonly weekday: number;
  readonly hour: number;
}

/** All that a timetable of some groups depends on. */
export interface ComposeFacts extends NormFacts {
  readonly clocks: readonly Clock[];
  readonly groups: readonly GroupFacts[];
  readonly courses: readonly CourseFacts[];
  readonly people: ReadonlyMap<string, PersonFacts>;
  readonly taken: readonly TakenLesson[];
  readonly absences: readonly Absence[];
  readonly rules: DraftRules;
  readonly lessons: readonly LessonPlacement[];
}
