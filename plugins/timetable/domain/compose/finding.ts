import type { Concern } from './explain.ts';
import type { LessonKey } from './lesson.ts';
import type { Help, RuleRef } from './together.ts';

/** How often somebody is in the way of a lesson. */
export interface InTheWay {
  readonly personId: string;
  readonly role: 'teacher' | 'student';
  readonly places: number;
}

/** Something that a tutor should know before solving. */
export type Finding =
  | { readonly code: 'group-without-students' | 'group-without-grid'; readonly groupId: string }
  | { readonly code: 'course-without-teacher' | 'course-without-students'; readonly courseId: string }
  | { readonly code: 'lesson-longer-than-grid'; readonly courseId: string; readonly minutes: number }
  | {
      readonly code: 'no-place';
      readonly lesson: LessonKey;
      /** Places that the grid has for it, none of which suits everybody. */
      readonly places: number;
      /** Who is in the way how often, most often first. */
      readonly people: readonly InTheWay[];
    }
  | {
      readonly code: 'too-many-lessons';
      readonly concern: Concern;
      readonly needed: number;
      readonly free: number;
      readonly lessons: readonly LessonKey[];
      /** As many of the lessons as places are missing. */
      readonly leftOver: readonly LessonKey[];
    }
  | {
      readonly code: 'days-too-short' | 'norm-week' | 'norm-break';
      readonly groupId: string;
      /** Whose norm it is; absent when it is everybody's. */
      readonly homeSchoolId?: string;
      readonly needed: number;
      readonly free: number;
    }
  | { readonly code: 'locks-clash'; readonly concern: Concern; readonly lessons: readonly LessonKey[] }
  | {
      readonly code: 'together';
      /** Whose time does not suffice; nobody when it is about how the lessons lie to each other. */
      readonly concern: Concern;
      readonly missing: number;
      /** These lessons and these rules exclude each other; without any one of them they do not. */
      readonly lessons: readonly LessonKey[];
      readonly rules: readonly RuleRef[];
      /** Each of these changes resolves it. */
      readonly helps: readonly Help[];
    };

export type FindingCode = Finding['code'];

export const findingCodes = [
  'group-without-students',
  'group-without-grid',
  'course-without-teacher',
  'course-without-students',
  'lesson-longer-than-grid',
  'no-place',
  'too-many-lessons',
  'days-too-short',
  'locks-clash',
  'together',
  'norm-week',
  'norm-break',
] as const satisfies readonly FindingCode[];

/** Whether a whole timetable is impossible because of it; the others are only worth knowing. */
export const isImpossible = ({ code }: Finding): boolean =>
  code === 'lesson-longer-than-grid' ||
  code === 'no-place' ||
  code === 'too-many-lessons' ||
  code === 'days-too-short' ||
  code === 'locks-clash' ||
  code === 'together' ||
  code === 'group-without-grid';
