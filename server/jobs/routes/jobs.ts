import { signedIn } from '../../access/permission.ts';
import { defineRead, defineWrite, type Route } from '../../http/route.ts';
import { cancelJob } from '../commands/cancelJob.ts';
import { jobFinished, jobUnknown } from '../problems.ts';
import { showJob } from '../queries/showJob.ts';
import { JobParams, JobView } from '../schemas.ts';

export const jobRoutes: readonly Route[] = [
  defineRead({
    path: '/jobs/:id',
    operationId: 'getJob',
    summary: 'How far a job of yours is, and what came of it.',
    permission: signedIn,
    params: JobParams,
    output: JobView,
    problems: [jobUnknown],
    handle: (scope, { params }) => showJob(scope, params),
  }),
  defineWrite({
    method: 'post',
    path: '/jobs/:id/cancel',
    operationId: 'cancelJob',
    summary: 'Ends a job of yours that is waiting or running.',
    permission: signedIn,
    params: JobParams,
    output: JobView,
    problems: [jobUnknown, jobFinished],
    handle: (scope, { params }) => cancelJob(scope, params),
  }),
];
