import { defineProblem } from '../http/problem.ts';

export const jobUnknown = defineProblem('jobs/unknown', 404);
export const jobFinished = defineProblem('jobs/finished', 409);

/** Stored with a job that failed for a reason that is nobody's business but the log's. */
export const jobBroken = defineProblem('jobs/broken', 409);
/** Stored with a job whose process ended each time before it was done. */
export const jobAbandoned = defineProblem('jobs/abandoned', 409);
