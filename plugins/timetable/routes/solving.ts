import { defineWrite, type Route } from '../../../server/http/route.ts';
import type { JobKind } from '../../../server/jobs/job.ts';
import type { Apis } from '../apis.ts';
import { startSolve } from '../commands/startSolve.ts';
import type { SolveJobInput } from '../jobs/solveJob.ts';
import { composeTimetable } from '../permissions.ts';
import { draftEnded, draftUnknown, nothingToSolve } from '../problems.ts';
import { DraftParams } from '../schemas/drafts.ts';
import { SolveRequest, SolveStarted } from '../schemas/solving.ts';

/** Solving is a job: its progress and its end are asked for there, and there it is cancelled. */
export const solvingRoutes = (apis: Apis, job: JobKind<SolveJobInput>): readonly Route[] => [
  defineWrite({
    method: 'post',
    path: '/timetable/drafts/:draftId/solve',
    operationId: 'solveDraft',
    summary: 'Begins to place the lessons of a draft as well as can be; locked lessons stay.',
    permission: composeTimetable,
    params: DraftParams,
    body: SolveRequest,
    output: SolveStarted,
    status: 202,
    precondition: true,
    problems: [draftUnknown, draftEnded, nothingToSolve],
    handle: (scope, { params, body, ifMatch }) => startSolve(apis, job)(scope, params, body, ifMatch),
  }),
];
