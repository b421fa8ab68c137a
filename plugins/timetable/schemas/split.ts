import { z } from 'zod';
import { Id } from '../../../server/people/api.ts';
import { PersonRef } from './explanation.ts';

const SubgroupPart = z.strictObject({ subgroupId: Id });
const NewPart = z.strictObject({
  name: z.string().trim().min(1).max(60),
  studentIds: z.array(Id).min(1).max(200),
});

/** Who of a course learns in which part: subgroups that are there, or new ones. */
export const SplitRequest = z.strictObject({
  parts: z
    .array(z.union([SubgroupPart, NewPart]))
    .min(2)
    .max(4),
});
export type SplitRequest = z.infer<typeof SplitRequest>;

/** What splitting a course would do, before anything is placed. */
export const SplitPreview = z.object({
  revision: z.int(),
  parts: z.array(
    z.object({
      subgroupId: Id.nullable(),
      name: z.string(),
      students: z.array(PersonRef),
      /** Places of the week that suit everybody of the part and the teacher. */
      open: z.array(z.object({ weekday: z.int(), hour: z.int(), startsTime: z.string() })),
      /** Lessons a week for which no such place is left. */
      withoutPlace: z.int(),
    }),
  ),
  teacher: PersonRef,
  /** Lessons a week of the teacher in the draft, before and after. */
  teacherBefore: z.int(),
  teacherAfter: z.int(),
});
export type SplitPreview = z.infer<typeof SplitPreview>;
