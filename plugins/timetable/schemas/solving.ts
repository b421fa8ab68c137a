import { z } from 'zod';
import { Id, Weekday } from '../../../server/people/api.ts';
import { ruleNames } from '../domain/compose/explain.ts';

/** How long to search: seconds, or a number of moves, which gives the same result every time. */
export const SolveRequest = z
  .strictObject({
    seconds: z.int().min(1).max(600).optional(),
    moves: z.int().min(512).max(100_000_000).optional(),
    /** `draft`: improve on what is there; `nothing`: only locked lessons stay. */
    from: z.enum(['draft', 'nothing']).default('draft'),
    /** Only these lessons are placed anew; all others stay where they are. What is left out means all of them. */
    only: z
      .strictObject({
        groupIds: z.array(Id).min(1).max(200).optional(),
        teacherIds: z.array(Id).min(1).max(200).optional(),
        /** Lessons on these days, which also stay on them. */
        weekdays: z.array(Weekday).min(1).max(7).optional(),
      })
      .optional(),
    /** `least`: mends what is broken and disturbs as few lessons and people as can be; wishes come after that. `free` unless told. */
    change: z.enum(['free', 'least']).optional(),
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
