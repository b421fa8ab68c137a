import { apiRef } from '../host/plugin.ts';
import type { ReadScope } from '../host/scope.ts';
import type { JobParams, JobView } from './schemas.ts';

export interface JobsApi {
  /** @throws Problem jobs/unknown, also when the job is somebody else's. */
  show(scope: ReadScope, job: JobParams): Promise<JobView>;
}

export const jobsApi = apiRef<JobsApi>('jobs');
