import type { Knex } from 'knex';
import type { LessonPlacement } from '../domain/compose/lesson.ts';

export type StepKind = 'moved' | 'unplaced' | 'locked' | 'unlocked' | 'solved';

/** One thing that somebody (null: the system) did to a draft's lessons, and how these were before and after. */
export interface StepRow {
  readonly draftId: string;
  /** The draft's revision that it made. */
  readonly revision: number;
  readonly kind: StepKind;
  readonly madeById: string | null;
  readonly madeAt: Date;
  readonly jobId: string | null;
  readonly beforeJson: readonly LessonPlacement[];
  readonly afterJson: readonly LessonPlacement[];
  readonly isUndone: boolean;
  /** The revision that took it back last; null when none did. */
  readonly undoneRevision: number | null;
}

const columns = [
  'draftId',
  'revision',
  'kind',
  'madeById',
  'madeAt',
  'jobId',
  'beforeJson',
  'afterJson',
  'isUndone',
  'undoneRevision',
] as const;

const written = ({ beforeJson, afterJson, ...step }: StepRow) => ({
  ...step,
  beforeJson: JSON.stringify(beforeJson),
  afterJson: JSON.stringify(afterJson),
});

export const insertStep = (db: Knex, step: StepRow): Promise<unknown> =>
  db('timetable_draft_step').insert(written(step));

/** The last step that has not been undone. */
export const lastStep = (db: Knex, draftId: string): Promise<StepRow | undefined> =>
  db('timetable_draft_step')
    .where({ draftId, isUndone: false })
    .orderBy('revision', 'desc')
    .first(...columns);

export const stepOfJob = (db: Knex, draftId: string, jobId: string): Promise<StepRow | undefined> =>
  db('timetable_draft_step')
    .where({ draftId, jobId })
    .first(...columns);

/** A job that improves on its own step: the same step, made anew. */
export const replaceStep = (db: Knex, step: StepRow, by: StepRow): Promise<unknown> =>
  db('timetable_draft_step').where({ draftId: step.draftId, revision: step.revision }).update(written(by));

export const markUndone = (db: Knex, { draftId, revision }: StepRow, undoneRevision: number): Promise<unknown> =>
  db('timetable_draft_step').where({ draftId, revision }).update({ isUndone: true, undoneRevision });

export const markDone = (db: Knex, { draftId, revision }: StepRow): Promise<unknown> =>
  db('timetable_draft_step').where({ draftId, revision }).update({ isUndone: false, undoneRevision: null });

/** The step that was taken back last, unless something new was done since. */
export async function redoableStep(db: Knex, draftId: string): Promise<StepRow | undefined> {
  const undone: StepRow | undefined = await db('timetable_draft_step')
    .where({ draftId, isUndone: true })
    .whereNotNull('undoneRevision')
    .orderBy('undoneRevision', 'desc')
    .first(...columns);
  const done = await lastStep(db, draftId);
  return undone && (done?.revision ?? 0) < (undone.undoneRevision ?? 0) ? undone : undefined;
}

/** Newest first. */
export const stepsOf = (db: Knex, draftId: string, limit: number): Promise<StepRow[]> =>
  db('timetable_draft_step')
    .where({ draftId })
    .orderBy('revision', 'desc')
    .limit(limit)
    .select(...columns);
