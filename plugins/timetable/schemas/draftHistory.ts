import { z } from 'zod';
import { LessonRef } from './explanation.ts';

const At = z.object({ weekday: z.int(), hour: z.int() }).nullable();

export const DraftHistory = z.object({
  items: z.array(
    z.object({
      revision: z.int(),
      kind: z.enum(['moved', 'unplaced', 'locked', 'unlocked', 'solved']),
      /** For `solved`, who asked for it; null when nobody in particular did. */
      madeBy: z.string().nullable(),
      madeAt: z.iso.datetime(),
      isUndone: z.boolean(),
      /** How many lessons it changed. */
      changed: z.int(),
      /** The lesson, when it was one. */
      lesson: LessonRef.nullable(),
      from: At,
      to: At,
    }),
  ),
});
export type DraftHistory = z.infer<typeof DraftHistory>;
