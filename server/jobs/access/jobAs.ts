import { may } from '../../access/actor.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { overseeJobs } from '../permissions.ts';
import { jobUnknown } from '../problems.ts';
import { type Job, jobById } from '../store/jobs.ts';

/** The job, when it is the actor's own or the actor oversees all. */
export async function findJobAs(scope: ReadScope, id: string): Promise<Job | undefined> {
  const job = await jobById(scope.db, id);
  if (!job) return undefined;
  const own = job.ownerId !== null && job.ownerId === scope.actor.personId;
  return own || may(scope.actor, overseeJobs) ? job : undefined;
}

/** @throws Problem jobs/unknown, also when it is somebody else's. */
export async function jobAs(scope: ReadScope, id: string): Promise<Job> {
  const job = await findJobAs(scope, id);
  if (!job) throw new Problem(jobUnknown);
  return job;
}
