import { z } from 'zod';
import { Id } from '../../../server/people/api.ts';

/** Lessons to come for which somebody can no longer be online. */
export const CannotJoinList = z.object({
  items: z.array(
    z.object({
      person: z.object({ id: Id, name: z.string() }),
      subjectName: z.string(),
      groupName: z.string(),
      firstLessonId: Id,
      firstAt: z.iso.datetime(),
      lessons: z.int(),
    }),
  ),
});
export type CannotJoinList = z.infer<typeof CannotJoinList>;
