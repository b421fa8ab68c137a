import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { type LessonPlacement, lessonId, sameHour } from '../domain/compose/lesson.ts';
import { draftTopic } from '../draftTopic.ts';
import { placementOf } from '../queries/draftFacts.ts';
import { placeLessons } from '../store/draftLessons.ts';
import { insertStep, replaceStep, type StepRow, stepOfJob } from '../store/draftSteps.ts';
import { changeDraftRow, draftWithLessons, lockDraft } from '../store/drafts.ts';
import { bare } from './applyStep.ts';

export interface FoundSolution {
  readonly draftId: string;
  readonly jobId: string;
  /** The draft's revision that the search knows. */
  readonly revision: number;
  readonly startedById: string | null;
  readonly lessons: readonly LessonPlacement[];
}

/**
 * Writes the best timetable that a search has into the draft, as one step however often it gets better. Returns the draft's
 * revision, or undefined when somebody changed the draft meanwhile: what people do by hand wins.
 */
export async function keepSolution(
  { school }: Pick<Apis, 'school'>,
  scope: WriteScope,
  { draftId, jobId, revision, startedById, lessons }: FoundSolution,
): Promise<number | undefined> {
  const { db, now } = scope;
  const draft = await lockDraft(db, draftId);
  if (draft?.state !== 'draft' || draft.solvingJobId !== jobId || draft.revision !== revision) return undefined;
  const rows = (await draftWithLessons(db, draftId))?.lessons ?? [];
  const is = new Map(rows.map((row) => [lessonId(row), row]));
  const changed = lessons.flatMap((after) => {
    const row = is.get(lessonId(after));
    if (!row || sameHour(placementOf(row).at, after.at)) return [];
    return [{ before: bare(placementOf(row)), after: { ...after, groupId: row.groupId } }];
  });
  if (changed.length === 0) return revision;
  await placeLessons(
    db,
    draftId,
    changed.map(({ after }) => after),
  );
  const next = await changeDraftRow(db, draft);
  const old = await stepOfJob(db, draftId, jobId);
  const known = new Set(old?.beforeJson.map(lessonId));
  const step: StepRow = {
    draftId,
    revision: next,
    kind: 'solved',
    madeById: startedById,
    madeAt: now,
    jobId,
    beforeJson: [
      ...(old?.beforeJson ?? []),
      ...changed.map(({ before }) => before).filter((one) => !known.has(lessonId(one))),
    ],
    afterJson: lessons.map(bare),
    isUndone: false,
    undoneRevision: null,
  };
  await (old ? replaceStep(db, old, step) : insertStep(db, step));
  scope.touch(draftTopic(school), draftId);
  return next;
}
