import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { unfinishedPublications } from '../store/publications.ts';
import { removePublication } from './cancelPublication.ts';

/** Takes away publications whose job has ended without making them whole: it was cancelled, or given up. */
export async function sweepPublications(apis: Apis, scope: WriteScope): Promise<void> {
  for (const publication of await unfinishedPublications(scope.db))
    if (!(await isAlive(apis, scope, publication.jobId))) await removePublication(apis, scope, publication);
}

async function isAlive(apis: Apis, scope: WriteScope, jobId: string | null): Promise<boolean> {
  if (jobId === null) return false;
  try {
    const { state } = await apis.jobs.show(scope, { id: jobId });
    return state === 'queued' || state === 'running';
  } catch (reason) {
    if (reason instanceof Problem) return false;
    throw reason;
  }
}
