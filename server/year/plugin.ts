import { z } from 'zod';
import { auditApi } from '../audit/api.ts';
import { authApi } from '../auth/api.ts';
import { definePlugin, defineReaction } from '../host/plugin.ts';
import { defineJob } from '../jobs/job.ts';
import { notifyApi } from '../notify/api.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi, yearUndone } from '../school/api.ts';
import { yearApi } from './api.ts';
import { beginPlanned, findDue } from './commands/beginPlanned.ts';
import { closeLeavers, reopenLeavers } from './commands/closeLeavers.ts';
import { makeDemo } from './makeDemo.ts';
import { planTables } from './migrations/001_plans.ts';
import type { YearParts } from './parts.ts';
import { privacyOfYear } from './privacy.ts';
import { yearProblems } from './problems.ts';
import { planRoutes } from './routes/plans.ts';

const beginJob = (parts: YearParts) =>
  defineJob({
    name: 'year.begin',
    input: z.strictObject({ planId: z.uuid() }),
    run: (context, { planId }) => beginPlanned(context, parts, planId),
  });

/** A change of the school year waits for its day; accounts of those who left are closed in time. */
export const yearModule = definePlugin<null>({
  ref: yearApi,
  home: new URL('./', import.meta.url),
  requires: [peopleApi, schoolApi, notifyApi, auditApi, authApi],
  problems: yearProblems,
  migrations: [planTables],
  privacy: privacyOfYear,
  start: (host) => {
    const parts: YearParts = {
      people: host.api(peopleApi),
      school: host.api(schoolApi),
      notify: host.api(notifyApi),
      audit: host.api(auditApi),
      auth: host.api(authApi),
    };
    const job = beginJob(parts);
    return {
      api: null,
      routes: planRoutes(parts),
      makeDemo: (demo) => makeDemo(parts, demo),
      jobs: [job],
      reactions: [
        defineReaction({
          id: 'year.reopen-leavers',
          to: yearUndone,
          run: (scope, { payload }) => reopenLeavers(scope, parts, payload.changeId),
        }),
      ],
      schedules: [
        {
          name: 'year.find-due',
          everySeconds: 60,
          run: (scope) => findDue(scope, (planId) => scope.enqueue(job, { planId })),
        },
        { name: 'year.close-leavers', everySeconds: 21_600, run: (scope) => closeLeavers(scope, parts) },
      ],
    };
  },
});
