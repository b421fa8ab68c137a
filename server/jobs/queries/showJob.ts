import type { ReadScope } from '../../host/scope.ts';
import { jobAs } from '../access/jobAs.ts';
import { decideCancel } from '../domain/cancel.ts';
import type { JobParams, JobView } from '../schemas.ts';
import type { Job } from '../store/jobs.ts';

export const showJob = async (scope: ReadScope, { id }: JobParams): Promise<JobView> => viewOf(await jobAs(scope, id));

export const viewOf = (job: Job): JobView => ({
  id: job.id,
  kind: job.kind,
  state: job.state,
  progress: job.progressJson,
  result: job.resultJson ?? null,
  problem: job.problem,
  createdAt: job.createdAt.toISOString(),
  startedAt: job.startedAt?.toISOString() ?? null,
  finishedAt: job.finishedAt?.toISOString() ?? null,
  revision: job.revision,
  may: { cancel: decideCancel(job.state) === 'cancel' },
});
