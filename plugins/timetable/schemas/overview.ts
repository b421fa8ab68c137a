import { z } from 'zod';
import { Id } from '../../../server/people/api.ts';

const instant = z.iso.datetime();

/** How the groups stand whom a member of staff looks after. */
export const Overview = z.object({
  groups: z.array(
    z.object({
      id: Id,
      name: z.string(),
      /** Lessons that are held today, on the reader's calendar. */
      today: z.int(),
      /** When the next lesson begins; null when none is published. */
      nextAt: instant.nullable(),
      openRequests: z.int(),
    }),
  ),
  /**
   * Courses whose coming lessons are still another teacher's: publishing the group again hands them over; and those of a
   * teacher who has left, which need another one first.
   */
  handovers: z.array(
    z.object({
      course: z.object({ id: Id, subjectName: z.string(), subgroupName: z.string().nullable() }),
      group: z.object({ id: Id, name: z.string() }),
      termId: Id,
      /** Empty when there is none. */
      fromName: z.string(),
      toName: z.string(),
      /** The course still has the teacher who has left. */
      hasLeft: z.boolean(),
      lessons: z.int(),
    }),
  ),
});
export type Overview = z.infer<typeof Overview>;
