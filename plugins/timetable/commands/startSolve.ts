import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { JobKind } from '../../../server/jobs/job.ts';
import { draftToChange } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { draftTopic } from '../draftTopic.ts';
import type { SolveJobInput } from '../jobs/solveJob.ts';
import { nothingToSolve } from '../problems.ts';
import type { DraftParams } from '../schemas/drafts.ts';
import type { SolveRequest, SolveStarted } from '../schemas/solving.ts';
import { changeDraftRow, draftWithLessons } from '../store/drafts.ts';

/** Begins to solve a draft. A search that is still running for it ends at its next step, and keeps nothing more. */
export const startSolve =
  (apis: Apis, job: JobKind<SolveJobInput>) =>
  async (scope: WriteScope, { draftId }: DraftParams, request: SolveRequest, seen: number): Promise<SolveStarted> => {
    const draft = await draftToChange(apis.school, scope, draftId, seen);
    const found = await draftWithLessons(scope.db, draftId);
    if (!found || found.lessons.length === 0) throw new Problem(nothingToSolve);
    const jobId = scope.enqueue(job, { draftId, ...request, startedById: scope.actor.personId || null });
    const revision = await changeDraftRow(scope.db, draft, { solvingJobId: jobId });
    scope.touch(draftTopic(apis.school), draftId);
    return { draftId, jobId, revision };
  };
