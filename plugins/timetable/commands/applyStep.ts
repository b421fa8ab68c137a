import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { LessonPlacement } from '../domain/compose/lesson.ts';
import { draftTopic } from '../draftTopic.ts';
import { type LessonToPlace, placeLessons } from '../store/draftLessons.ts';
import { insertStep, type StepKind } from '../store/draftSteps.ts';
import { changeDraftRow, type DraftRow } from '../store/drafts.ts';

export interface Step {
  readonly kind: StepKind;
  readonly before: readonly LessonPlacement[];
  readonly after: readonly LessonToPlace[];
}

/** Changes lessons of a draft that the actor holds, and keeps what was before, so that it can be undone. */
export async function applyStep(
  { school }: Pick<Apis, 'school'>,
  scope: WriteScope,
  draft: DraftRow,
  { kind, before, after }: Step,
): Promise<DraftRow> {
  await placeLessons(scope.db, draft.id, after);
  const revision = await changeDraftRow(scope.db, draft);
  await insertStep(scope.db, {
    draftId: draft.id,
    revision,
    kind,
    madeById: scope.actor.personId || null,
    madeAt: scope.now,
    jobId: null,
    beforeJson: before.map(bare),
    afterJson: after.map(bare),
    isUndone: false,
    undoneRevision: null,
  });
  scope.touch(draftTopic(school), draft.id);
  return { ...draft, revision };
}

/** Only what a step has to remember. */
export const bare = ({ courseId, nth, at, isLocked }: LessonPlacement): LessonPlacement => ({
  courseId,
  nth,
  at: at && { weekday: at.weekday, hour: at.hour },
  isLocked,
});
