import { z } from 'zod';
import { Id } from '../../../server/people/api.ts';
import { ruleNames } from '../domain/compose/explain.ts';

/** How long to search: seconds, or a number of moves, which gives the same result every time. */
export const SolveRequest = z
  .strictObject({
    seconds: z.int().min(1).max(600).optional(),
    moves: z.int().min(512).max(100_000_000).optional(),
    /** `draft`: improve on what is there; `nothing`: only locked lessons stay. */
    from: z.enum(['draft', 'nothing']).default('draft'),
  })
  .refine(({ seconds, moves }) => (seconds === undefined) !== (moves === undefined), {
    params: { code: 'seconds-or-moves' },
    path: ['seconds'],
  });
export type SolveRequest = z.infer<typeof SolveRequest>;

export const SolveStarted = z.object({ draftId: Id, jobId: Id, revision: z.int() });
export type SolveStarted = z.infer<typeof SolveStarted>;

/** `detail` of the job's progress: the best timetable so far. */
export const SolveDetail = z.object({
  moves: z.int(),
  placed: z.int(),
  total: z.int(),
  hard: z.number(),
  soft: z.number(),
  byRule: z.array(z.object({ rule: z.enum(ruleNames), hard: z.boolean(), cost: z.number() })),
});
export type SolveDetail = z.infer<typeof SolveDetail>;

/** What the job answers. `changed-meanwhile`: somebody changed the draft, so the search ended and what it had kept before stayed. */
export const SolveResult = SolveDetail.extend({
  ended: z.enum(['done', 'changed-meanwhile']),
  /** Lessons that no place can take; see the draft's findings. */
  withoutPlace: z.array(z.object({ courseId: Id, nth: z.int() })),
});
export type SolveResult = z.infer<typeof SolveResult>;
