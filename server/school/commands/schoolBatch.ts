import type { Many } from '../../db/laid.ts';
import type { Course, GridPlace, Group, Holiday, HomeSchool, Term } from '../views.ts';

/** New rows, and changes of rows that are there. */
export interface Rows<T> {
  readonly added: readonly (T & { readonly id: string })[];
  readonly changed: readonly { readonly id: string; readonly change: Partial<T> }[];
}

/** Somebody in a group or subgroup. */
export interface Whom {
  readonly ownerId: string;
  readonly personId: string;
}

interface Moves<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

type Facts<T, K extends keyof T> = Pick<T, K> & { readonly externalId: string | null };

/** Many changes of the school at once; ids are made by whoever asks. Stays begin today, or end yesterday. */
export interface SchoolBatch {
  readonly homeSchools: Rows<Facts<HomeSchool, 'name' | 'zone'>>;
  readonly subjects: readonly { readonly id: string; readonly name: string }[];
  readonly groups: Rows<Facts<Group, 'name' | 'grade' | 'zone' | 'meetingUrlTemplate'>>;
  /** Whole grids of groups. */
  readonly grids: readonly { readonly groupId: string; readonly places: readonly Omit<GridPlace, 'groupId'>[] }[];
  readonly tutors: Moves<Whom>;
  readonly subgroups: readonly { readonly id: string; readonly groupId: string; readonly name: string }[];
  readonly members: Moves<Whom>;
  /** `ownerId` is the subgroup. */
  readonly subgroupMembers: Moves<Whom & { readonly groupId: string }>;
  readonly courses: Rows<
    Facts<Course, 'groupId' | 'subgroupId' | 'subjectId' | 'teacherId' | 'lessonsAWeek' | 'lessonMinutes'>
  >;
  readonly terms: Rows<Facts<Term, 'name' | 'startsOn' | 'endsOn'>>;
  /** People who are new with this import: nobody has to be told of their rights. */
  readonly strangers?: ReadonlySet<string>;
  /** From when on what is removed no longer holds; today unless told. What began then or later is taken away whole. */
  readonly endsOn?: string;
  readonly holidays: Rows<Facts<Holiday, 'name' | 'groupId' | 'fromOn' | 'untilOn'>>;
}

/** What is most of a batch, as rows. */
export interface SchoolRows {
  readonly places: Many;
  readonly members: Many;
}
