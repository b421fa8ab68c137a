import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { ComposeFacts } from '../domain/compose/facts.ts';
import type { LessonPlacement } from '../domain/compose/lesson.ts';
import { absencesOf } from '../store/absences.ts';
import { type DraftLessonRow, type DraftRow, draftWithLessons } from '../store/drafts.ts';
import { composeFacts } from './composeFacts.ts';

/** Everything about a draft, ready to be composed. */
export interface DraftFacts {
  readonly facts: ComposeFacts;
  readonly lessons: readonly DraftLessonRow[];
  readonly groupIds: readonly string[];
}

export const placementOf = ({ courseId, nth, weekday, hourIndex, isLocked }: DraftLessonRow): LessonPlacement => ({
  courseId,
  nth,
  at: weekday === null || hourIndex === null ? null : { weekday, hour: hourIndex },
  isLocked,
});

/** Reads a draft that the actor has reached before. */
export async function draftFacts(apis: Apis, scope: ReadScope, draft: DraftRow): Promise<DraftFacts> {
  const found = await draftWithLessons(scope.db, draft.id);
  const { groupIds, lessons } = found ?? { groupIds: [], lessons: [] };
  const facts = await composeFacts(apis, scope, {
    termId: draft.termId,
    groupIds,
    rules: draft.rulesJson,
    lessons: lessons.map(placementOf),
    absences: await absencesOf(scope.db, draft.id),
  });
  return { facts, lessons, groupIds };
}
