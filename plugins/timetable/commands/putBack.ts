import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { type LessonPlacement, lessonId } from '../domain/compose/lesson.ts';
import { draftTopic } from '../draftTopic.ts';
import { placeLessons } from '../store/draftLessons.ts';
import { changeDraftRow, type DraftRow, draftWithLessons } from '../store/drafts.ts';

/** Gives lessons of a draft the places that a step remembers; those that no longer exist are left out. `note` marks the step. */
export async function putBack(
  { school }: Pick<Apis, 'school'>,
  scope: WriteScope,
  draft: DraftRow,
  lessons: readonly LessonPlacement[],
  note: () => Promise<unknown>,
): Promise<DraftRow> {
  const found = await draftWithLessons(scope.db, draft.id);
  const groupOf = new Map(found?.lessons.map((one) => [lessonId(one), one.groupId]));
  const known = lessons.flatMap((one) => {
    const groupId = groupOf.get(lessonId(one));
    return groupId === undefined ? [] : [{ ...one, groupId }];
  });
  await placeLessons(scope.db, draft.id, known);
  await note();
  // A solver that is still running began from what is gone now.
  const revision = await changeDraftRow(scope.db, draft, { solvingJobId: null });
  scope.touch(draftTopic(school), draft.id);
  return { ...draft, revision, solvingJobId: null };
}
