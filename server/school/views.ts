import type { StudentCard } from '../people/api.ts';

/** Local dates, both inclusive. */
export interface Days {
  readonly fromOn: string;
  readonly untilOn: string;
}

/** How long somebody belongs somewhere; `untilOn` is the last day, null while there is no end. */
export interface Stay {
  readonly personId: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

export interface HomeSchool {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly zone: string;
  /** Years; from then on guardians no longer act for a student. */
  readonly adultAge: number;
  readonly revision: number;
}

export interface Group {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly grade: number;
  /** The zone in which the group's grid of hours is meant. */
  readonly zone: string;
  /** `{group}`, `{course}` and `{lesson}` are replaced by whoever makes a link. */
  readonly meetingUrlTemplate: string | null;
  readonly isActive: boolean;
  readonly revision: number;
}

export interface GroupMember {
  readonly groupId: string;
  readonly personId: string;
}

export interface Member extends Stay {
  readonly student: StudentCard;
}

export interface Subgroup {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly revision: number;
  readonly members: readonly Stay[];
}

export interface Tutor extends Stay {
  readonly groupId: string;
  readonly name: string;
}

/** A group with everybody in it during some days. */
export interface GroupWithPeople {
  readonly group: Group;
  readonly members: readonly Member[];
  readonly subgroups: readonly Subgroup[];
  readonly tutors: readonly Tutor[];
}

export interface Course {
  readonly id: string;
  readonly externalId: string | null;
  readonly groupId: string;
  readonly groupName: string;
  readonly subgroupId: string | null;
  readonly subgroupName: string | null;
  readonly subjectId: string;
  readonly subjectName: string;
  /** Null is allowed, and reported by the group's readiness. */
  readonly teacherId: string | null;
  readonly teacherName: string | null;
  readonly lessonsAWeek: number;
  readonly lessonMinutes: number;
  readonly isActive: boolean;
  readonly revision: number;
}

/** A student's time in a course: as member of its subgroup, or of its group. */
export interface CourseStay extends Stay {
  readonly courseId: string;
}

export interface Term {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly revision: number;
}

/** Days without lessons; `groupId` null means all groups. Both dates are inclusive. */
export interface Holiday {
  readonly id: string;
  readonly name: string;
  readonly groupId: string | null;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly revision: number;
}

/** One hour of one weekday in a group's grid, at wall time in the group's zone. */
export interface GridPlace {
  readonly groupId: string;
  /** 1 is Monday. */
  readonly weekday: number;
  /** The number of the hour in that day, from 1. */
  readonly hour: number;
  readonly startsTime: string;
  readonly minutes: number;
}
