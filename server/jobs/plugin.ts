import { definePlugin } from '../host/plugin.ts';
import { jobsApi } from './api.ts';
import { jobs } from './migrations/20260901_jobs.ts';
import { overseeJobs } from './permissions.ts';
import { privacyOfJobs } from './privacy.ts';
import { jobAbandoned, jobBroken, jobFinished, jobUnknown } from './problems.ts';
import { showJob } from './queries/showJob.ts';
import { jobRoutes } from './routes/jobs.ts';
import { deleteFinishedJobs } from './store/jobs.ts';
import { jobTopic } from './topics.ts';

const keptDays = 30;
const daySeconds = 86_400;

/** Long work with progress; the runner and the scheduler are started by the process that wants them. */
export const jobsModule = definePlugin({
  ref: jobsApi,
  home: new URL('./', import.meta.url),
  permissions: [overseeJobs],
  problems: [jobUnknown, jobFinished, jobBroken, jobAbandoned],
  migrations: [jobs],
  privacy: privacyOfJobs,
  start: () => ({
    api: { show: showJob },
    routes: jobRoutes,
    topics: [jobTopic],
    schedules: [
      {
        name: 'jobs.forget',
        everySeconds: daySeconds,
        async run({ db, now }) {
          await deleteFinishedJobs(db, new Date(now.getTime() - keptDays * daySeconds * 1000));
        },
      },
    ],
  }),
});
