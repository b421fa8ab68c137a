import type { ReadScope } from '../../../server/host/scope.ts';
import { draftAs } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import type { Composed } from '../domain/compose/compose.ts';
import { lessonId } from '../domain/compose/lesson.ts';
import { evaluate } from '../domain/model/evaluate.ts';
import type { Score } from '../domain/model/score.ts';
import type { Draft, DraftLesson, DraftParams, DraftQuery } from '../schemas/drafts.ts';
import { lastStep, redoableStep } from '../store/draftSteps.ts';
import type { DraftLessonRow, DraftRow } from '../store/drafts.ts';
import { composedOf } from './composedOf.ts';
import { draftFacts } from './draftFacts.ts';
import { draftSummaries } from './draftSummaries.ts';

/** A draft with its lessons, of all groups and teachers or of one, and how good it is as a whole. */
export const showDraft =
  (apis: Apis) =>
  async (scope: ReadScope, { draftId }: DraftParams, query: DraftQuery = {}): Promise<Draft> =>
    draftView(apis, scope, await draftAs(apis.school, scope, draftId), query);

/** As `showDraft`, for whoever has reached the draft already. */
export async function draftView(apis: Apis, scope: ReadScope, draft: DraftRow, query: DraftQuery = {}): Promise<Draft> {
  const [summary] = await draftSummaries(apis, scope, [draft]);
  if (!summary) throw new Error('A draft has a summary');
  const { facts, lessons, groupIds } = await draftFacts(apis, scope, draft);
  const composed = composedOf(facts);
  const score = evaluate(composed.problem, composed.current);
  const isOpen = draft.state === 'draft';
  return {
    ...summary,
    seed: draft.seed,
    rules: { ...draft.rulesJson, breaks: [...draft.rulesJson.breaks] },
    solvingJobId: draft.solvingJobId,
    grids: facts.groups.map(({ id, zone, grid }) => ({ groupId: id, zone, places: [...grid] })),
    items: (await lessonViews(apis, scope, composed, { lessons, groupIds, score })).filter(
      (one) => (query.groupId ?? one.groupId) === one.groupId && (query.teacherId ?? one.teacherId) === one.teacherId,
    ),
    score: { hard: score.hard, soft: score.soft },
    may: {
      change: isOpen,
      solve: isOpen && summary.lessons.total > 0,
      undo: isOpen && (await lastStep(scope.db, draft.id)) !== undefined,
      redo: isOpen && (await redoableStep(scope.db, draft.id)) !== undefined,
      discard: isOpen,
    },
  };
}

interface Rows {
  readonly lessons: readonly DraftLessonRow[];
  readonly groupIds: readonly string[];
  readonly score: Score;
}

async function lessonViews(
  { school }: Apis,
  { db }: ReadScope,
  composed: Composed,
  { lessons, groupIds, score }: Rows,
): Promise<readonly DraftLesson[]> {
  const courses = new Map((await school.coursesOfGroups(db, groupIds)).map((course) => [course.id, course]));
  const broken = new Set(
    score.byConstraint.filter(({ hard, kind }) => hard && kind !== 'unplaced').flatMap(({ activities }) => activities),
  );
  return lessons.flatMap((row) => {
    const course = courses.get(row.courseId);
    const id = lessonId(row);
    if (!course) return [];
    return [
      {
        courseId: row.courseId,
        nth: row.nth,
        groupId: row.groupId,
        groupName: course.groupName,
        subgroupId: course.subgroupId,
        subgroupName: course.subgroupName,
        subjectName: course.subjectName,
        teacherId: course.teacherId,
        teacherName: course.teacherName,
        weekday: row.weekday,
        hour: row.hourIndex,
        startsTime: row.startsTime,
        minutes: row.minutes,
        hours: Math.max(1, composed.lessons.get(id)?.hours ?? 1),
        isLocked: row.isLocked,
        isBroken: broken.has(id) || (row.weekday !== null && !composed.current.has(id)),
      },
    ];
  });
}
