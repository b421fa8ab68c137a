import type { InRead, InWrite } from '../events/inScope.ts';
import type { JobContext, Progress } from './job.ts';
import { JobStopped } from './stopped.ts';
import { type ClaimedJob, holdLease } from './store/leases.ts';

/** What a job works with, in whichever thread it runs: nothing is written without the job's lease. */
export function createJobContext(
  { inRead, inWrite }: { readonly inRead: InRead; readonly inWrite: InWrite },
  job: Pick<ClaimedJob, 'id' | 'leaseId'>,
  controller: AbortController,
  report: (progress: Progress) => void,
): JobContext {
  const { signal } = controller;
  const write: JobContext['write'] = async (work, before) => {
    signal.throwIfAborted();
    return inWrite(async (scope) => {
      if (!(await holdLease(scope.db, job.leaseId))) controller.abort(new JobStopped('lost'));
      signal.throwIfAborted();
      return work(scope);
    }, before);
  };
  return {
    jobId: job.id,
    signal,
    report,
    read: inRead,
    write,
    writePart: (work) =>
      write(async (scope) => {
        if (scope.dialect === 'postgres') await scope.db.raw('set local synchronous_commit = off');
        return work(scope);
      }),
  };
}
