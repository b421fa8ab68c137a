import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { draftToChange } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { nothingToUndo } from '../problems.ts';
import { draftView } from '../queries/showDraft.ts';
import type { Draft, DraftParams } from '../schemas/drafts.ts';
import { lastStep, markUndone } from '../store/draftSteps.ts';
import { putBack } from './putBack.ts';

/** Takes the last step back: a move, a lock, or a whole solution. Lessons that no longer exist are left out. */
export const undoStep =
  (apis: Apis) =>
  async (scope: WriteScope, { draftId }: DraftParams, revision: number): Promise<Draft> => {
    const draft = await draftToChange(apis.school, scope, draftId, revision);
    const step = await lastStep(scope.db, draftId);
    if (!step) throw new Problem(nothingToUndo);
    const next = await putBack(apis, scope, draft, step.beforeJson, () =>
      markUndone(scope.db, step, draft.revision + 1),
    );
    return draftView(apis, scope, next);
  };
