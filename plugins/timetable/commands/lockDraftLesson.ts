import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { draftToChange } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { sameLesson } from '../domain/compose/lesson.ts';
import { lessonUnknown, lessonUnplaced } from '../problems.ts';
import { placementOf } from '../queries/draftFacts.ts';
import { draftView } from '../queries/showDraft.ts';
import type { LessonLock, LessonParams } from '../schemas/draftLessons.ts';
import type { Draft } from '../schemas/drafts.ts';
import { draftWithLessons } from '../store/drafts.ts';
import { applyStep } from './applyStep.ts';

/** Keeps a lesson where it is whatever is solved, or lets it go again. */
export const lockDraftLesson =
  (apis: Apis) =>
  async (
    scope: WriteScope,
    { draftId, ...key }: LessonParams,
    { isLocked }: LessonLock,
    revision: number,
  ): Promise<Draft> => {
    const draft = await draftToChange(apis.school, scope, draftId, revision);
    const found = await draftWithLessons(scope.db, draftId);
    const row = found?.lessons.find((one) => sameLesson(one, key));
    if (!row) throw new Problem(lessonUnknown, { ...key });
    const before = placementOf(row);
    if (!before.at) throw new Problem(lessonUnplaced);
    if (before.isLocked === isLocked) return draftView(apis, scope, draft);
    const after = { ...before, groupId: row.groupId, isLocked };
    const kind = isLocked ? 'locked' : 'unlocked';
    return draftView(apis, scope, await applyStep(apis, scope, draft, { kind, before: [before], after: [after] }));
  };
