import { z } from 'zod';
import { Id } from '../../../server/people/api.ts';
import { ruleNames } from '../domain/compose/explain.ts';

/** Null where the reader does not know this person. */
export const PersonRef = z.object({ id: Id, name: z.string() }).nullable();
export type PersonRef = z.infer<typeof PersonRef>;

export const LessonRef = z.object({
  courseId: Id,
  nth: z.int(),
  groupId: Id,
  groupName: z.string(),
  subgroupName: z.string().nullable(),
  subjectName: z.string(),
});
export type LessonRef = z.infer<typeof LessonRef>;

/** One constraint's part of the score: `cost` of all constraints sums up to the score. */
export const ConstraintView = z.object({
  id: z.string(),
  rule: z.enum(ruleNames),
  hard: z.boolean(),
  weight: z.number(),
  cost: z.number(),
  groupName: z.string().nullable(),
  /** The home school whose norm it is; null for rules and norms of everybody. */
  homeSchoolName: z.string().nullable(),
  subjectName: z.string().nullable(),
  teacher: PersonRef,
  students: z.array(PersonRef),
  lessons: z.array(LessonRef),
  cases: z.array(
    z.object({
      amount: z.number(),
      lessons: z.array(LessonRef),
      /** The day that the case is about. */
      weekday: z.int().nullable(),
      count: z.number().nullable(),
      limit: z.number().nullable(),
    }),
  ),
});
export type ConstraintView = z.infer<typeof ConstraintView>;

const sums = { hard: z.number(), soft: z.number() };

/** The same score shared out: a case's cost goes in equal parts to its lessons, and so to their groups and teachers. */
export const SharesView = z.object({
  lessons: z.array(z.object({ lesson: LessonRef, ...sums })),
  groups: z.array(z.object({ groupId: Id, groupName: z.string().nullable(), ...sums })),
  /** Null for lessons without a teacher, or one whom the reader does not know. */
  teachers: z.array(z.object({ teacher: PersonRef, ...sums })),
  /** What no lesson of the draft has a part in. */
  rest: z.object(sums),
});

export const ExplanationView = z.object({
  revision: z.int(),
  hard: z.number(),
  soft: z.number(),
  items: z.array(ConstraintView),
  shares: SharesView,
});
export type ExplanationView = z.infer<typeof ExplanationView>;

const Period = z.object({ fromOn: z.string(), untilOn: z.string() });

/** Who cannot be there. `periods` is empty when it is so during the whole term. */
export const PersonBlocker = z.object({
  person: PersonRef,
  role: z.enum(['teacher', 'student']),
  reason: z.enum(['no-window', 'busy-at-home-school', 'other-lesson', 'shared-device']),
  periods: z.array(Period),
  /** The sibling who has the device then. */
  sibling: PersonRef,
  /** The other lesson. */
  elsewhere: z.object({ groupName: z.string(), subjectName: z.string() }).nullable(),
});
export type PersonBlocker = z.infer<typeof PersonBlocker>;
