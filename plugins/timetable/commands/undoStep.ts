import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { draftToChange } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { lessonId } from '../domain/compose/lesson.ts';
import { draftTopic } from '../draftTopic.ts';
import { nothingToUndo } from '../problems.ts';
import { draftView } from '../queries/showDraft.ts';
import type { Draft, DraftParams } from '../schemas/drafts.ts';
import { placeLessons } from '../store/draftLessons.ts';
import { lastStep, markUndone } from '../store/draftSteps.ts';
import { changeDraftRow, draftWithLessons } from '../store/drafts.ts';

/** Takes the last step back: a move, a lock, or a whole solution. Lessons that no longer exist are left out. */
export const undoStep =
  (apis: Apis) =>
  async (scope: WriteScope, { draftId }: DraftParams, revision: number): Promise<Draft> => {
    const draft = await draftToChange(apis.school, scope, draftId, revision);
    const step = await lastStep(scope.db, draftId);
    if (!step) throw new Problem(nothingToUndo);
    const found = await draftWithLessons(scope.db, draftId);
    const groupOf = new Map(found?.lessons.map((one) => [lessonId(one), one.groupId]));
    const back = step.beforeJson.flatMap((one) => {
      const groupId = groupOf.get(lessonId(one));
      return groupId === undefined ? [] : [{ ...one, groupId }];
    });
    await placeLessons(scope.db, draftId, back);
    await markUndone(scope.db, step);
    // A solver that is still running began from what is gone now.
    const next = await changeDraftRow(scope.db, draft, { solvingJobId: null });
    scope.touch(draftTopic(apis.school), draftId);
    return draftView(apis, scope, { ...draft, revision: next, solvingJobId: null });
  };
