import { defineTopic } from '../realtime/topic.ts';
import { findJobAs } from './access/jobAs.ts';
import { JobParams } from './schemas.ts';

/** One job's state and progress; the key is its id. */
export const jobTopic = defineTopic({
  name: 'jobs.job',
  mayWatch: async (scope, key) =>
    JobParams.safeParse({ id: key }).success && (await findJobAs(scope, key)) !== undefined,
});

/** Tells the process that runs a job that it was cancelled; nobody watches it. */
export const jobCancelled = defineTopic({ name: 'jobs.cancelled', mayWatch: async () => false });
