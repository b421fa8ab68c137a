import type { ComposeFacts, CourseFacts, SubgroupFacts } from './facts.ts';
import { isOpen, type LessonPlace, lessonFacts } from './lessonPlaces.ts';

/** One part of a course that is to be split: a subgroup of its group, or some of its students. */
export interface SplitPart {
  readonly subgroupId: string | null;
  readonly name: string;
  readonly studentIds: readonly string[];
}

export type SplitDecision =
  | { readonly kind: 'split' }
  /** Students of the course in no part or in several, and those named who do not learn in it. */
  | { readonly kind: 'uneven'; readonly missing: readonly string[]; readonly needless: readonly string[] }
  | { readonly kind: 'empty-part' }
  /** A subgroup of another group, or the same one twice. */
  | { readonly kind: 'subgroup-unknown' };

/** What of a lesson says who is to be shared out, and which subgroups are there. */
export interface Divisible {
  readonly course: Pick<CourseFacts, 'studentIds'>;
  readonly group: { readonly subgroups: readonly Pick<SubgroupFacts, 'id'>[] };
}

/** Everybody who learns in the course has to be in exactly one part, and nobody else. */
export function decideSplit({ course, group }: Divisible, parts: readonly SplitPart[]): SplitDecision {
  const known = parts.flatMap(({ subgroupId }) => subgroupId ?? []);
  if (known.some((id, at) => known.indexOf(id) !== at || !group.subgroups.some((one) => one.id === id)))
    return { kind: 'subgroup-unknown' };
  if (parts.some(({ studentIds }) => studentIds.length === 0)) return { kind: 'empty-part' };
  const named = parts.flatMap(({ studentIds }) => studentIds);
  const missing = course.studentIds.filter((id) => !named.includes(id));
  const needless = named.filter((id, at) => named.indexOf(id) !== at || !course.studentIds.includes(id));
  return missing.length + needless.length > 0 ? { kind: 'uneven', missing, needless } : { kind: 'split' };
}

/** What one part then has: its students, and the places of the week that suit them all and the teacher. */
export interface PartEffect {
  readonly part: SplitPart;
  readonly open: readonly LessonPlace[];
  /** Lessons of a week for which no place of their own is left. */
  readonly withoutPlace: number;
}

export interface SplitEffect {
  readonly parts: readonly PartEffect[];
  /** Lessons a week of the teacher in this draft, before and after. */
  readonly teacherBefore: number;
  readonly teacherAfter: number;
}

const partId = (course: CourseFacts, at: number): string => `${course.id}/${at + 1}`;

/** What splitting would do, before anything of the draft is placed: whether each part has enough places that suit it. */
export function splitEffect(facts: ComposeFacts, course: CourseFacts, parts: readonly SplitPart[]): SplitEffect {
  const courses = parts.map(
    (part, at): CourseFacts => ({
      ...course,
      id: partId(course, at),
      subgroupId: part.subgroupId ?? partId(course, at),
      studentIds: part.studentIds,
    }),
  );
  const lessons = lessonFacts({ ...facts, courses });
  const lessonsOf = (all: readonly CourseFacts[]): number =>
    all.filter((one) => one.teacherId === course.teacherId).reduce((sum, one) => sum + one.lessonsAWeek, 0);
  const others = facts.courses.filter(({ id }) => id !== course.id);
  return {
    parts: parts.map((part, at) => {
      const first = lessons.find((one) => one.courseId === partId(course, at));
      const open = first?.places.filter(isOpen) ?? [];
      return { part, open, withoutPlace: Math.max(0, course.lessonsAWeek - open.length) };
    }),
    teacherBefore: course.teacherId === null ? 0 : lessonsOf(facts.courses),
    teacherAfter: course.teacherId === null ? 0 : lessonsOf([...others, ...courses]),
  };
}
