import { z } from 'zod';
import { Id } from '../../../server/people/api.ts';
import { ruleNames } from '../domain/compose/explain.ts';
import { LessonRef, PersonRef } from './explanation.ts';

export const ComparisonParams = z.strictObject({ draftId: Id, otherId: Id });
export type ComparisonParams = z.infer<typeof ComparisonParams>;

const At = z.object({ weekday: z.int(), hour: z.int(), startsTime: z.string() }).nullable();
const Side = z.object({
  id: Id,
  name: z.string(),
  revision: z.int(),
  hard: z.number(),
  soft: z.number(),
  placed: z.int(),
});

/** Two drafts side by side; `first` is the one that was asked about. */
export const DraftComparison = z.object({
  first: Side,
  second: Side,
  rules: z.array(z.object({ rule: z.enum(ruleNames), hard: z.boolean(), first: z.number(), second: z.number() })),
  /** Lessons of both that lie elsewhere; null is without a place. */
  lessons: z.array(z.object({ lesson: LessonRef, teacher: PersonRef, first: At, second: At })),
  /** How many students and teachers have one of these lessons. */
  people: z.object({ students: z.int(), teachers: z.int() }),
  /** Lessons that only one of the drafts has, because it has other groups. */
  onlyFirst: z.int(),
  onlySecond: z.int(),
});
export type DraftComparison = z.infer<typeof DraftComparison>;
