import { z } from 'zod';
import { jobStates } from './domain/jobState.ts';

export const JobParams = z.strictObject({ id: z.uuid() });
export type JobParams = z.infer<typeof JobParams>;

const JobProgress = z.object({ done: z.number(), total: z.number(), detail: z.unknown().optional() });

const instant = z.iso.datetime();

export const JobView = z.object({
  id: z.uuid(),
  kind: z.string(),
  state: z.enum(jobStates),
  /** The last that was stored; null before the first. */
  progress: JobProgress.nullable(),
  /** What the job returned; null unless it is done. */
  result: z.unknown(),
  /** Id of the problem kind that ended it; null unless it failed. */
  problem: z.string().nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  revision: z.int(),
  may: z.object({ cancel: z.boolean() }),
});
export type JobView = z.infer<typeof JobView>;
