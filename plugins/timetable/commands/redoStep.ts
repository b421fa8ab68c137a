import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { draftToChange } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { lessonId } from '../domain/compose/lesson.ts';
import { nothingToRedo } from '../problems.ts';
import { draftView } from '../queries/showDraft.ts';
import type { Draft, DraftParams } from '../schemas/drafts.ts';
import { markDone, redoableStep } from '../store/draftSteps.ts';
import { putBack } from './putBack.ts';

/** Does again what was taken back last. Not once something else was done since; lessons that no longer exist are left out. */
export const redoStep =
  (apis: Apis) =>
  async (scope: WriteScope, { draftId }: DraftParams, revision: number): Promise<Draft> => {
    const draft = await draftToChange(apis.school, scope, draftId, revision);
    const step = await redoableStep(scope.db, draftId);
    if (!step) throw new Problem(nothingToRedo);
    const changed = new Set(step.beforeJson.map(lessonId));
    const lessons = step.afterJson.filter((one) => changed.has(lessonId(one)));
    const next = await putBack(apis, scope, draft, lessons, () => markDone(scope.db, step));
    return draftView(apis, scope, next);
  };
