import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { jobAs } from '../access/jobAs.ts';
import { decideCancel } from '../domain/cancel.ts';
import { jobFinished } from '../problems.ts';
import { viewOf } from '../queries/showJob.ts';
import type { JobParams, JobView } from '../schemas.ts';
import { cancelJobRow, lockJob } from '../store/jobs.ts';
import { jobCancelled, jobTopic } from '../topics.ts';

/** Ends a job. Whoever runs it hears of it at once, and can write nothing more even before that. */
export async function cancelJob(scope: WriteScope, { id }: JobParams): Promise<JobView> {
  await lockJob(scope.db, id);
  const job = await jobAs(scope, id);
  const decision = decideCancel(job.state);
  if (decision === 'refuse') throw new Problem(jobFinished);
  if (decision === 'cancel') {
    await cancelJobRow(scope.db, id, scope.now);
    scope.touch(jobTopic, id);
    scope.touch(jobCancelled, id);
  }
  return viewOf(await jobAs(scope, id));
}
