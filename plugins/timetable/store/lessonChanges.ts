import type { Knex } from 'knex';
import { idListOf } from '../../../server/db/many.ts';
import { prepared } from '../../../server/db/prepared.ts';
import { chunksOf } from './chunks.ts';

export type WhatChanged = 'moved' | 'cancelled' | 'restored';

/** One entry of a lesson's history. */
export interface LessonHistoryRow {
  readonly id: string;
  readonly lessonId: string;
  readonly what: WhatChanged;
  readonly fromHeldOn: string | null;
  readonly fromStartsAt: Date | null;
  readonly fromEndsAt: Date | null;
  readonly fromTeacherId: string | null;
  readonly heldOn: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly teacherId: string | null;
  readonly byPersonId: string | null;
  readonly happenedAt: Date;
  readonly reason: string | null;
  readonly publicationId: string | null;
  readonly rescheduleId: string | null;
  readonly revision: number;
  readonly isByHandBefore: boolean;
}

const columns = [
  'id',
  'lessonId',
  'what',
  'fromHeldOn',
  'fromStartsAt',
  'fromEndsAt',
  'fromTeacherId',
  'heldOn',
  'startsAt',
  'endsAt',
  'teacherId',
  'byPersonId',
  'happenedAt',
  'reason',
  'publicationId',
  'rescheduleId',
  'revision',
  'isByHandBefore',
] as const;

export const insertHistory = async (db: Knex, rows: readonly LessonHistoryRow[]): Promise<void> => {
  for (const part of chunksOf(rows, 200)) await db('timetable_lesson_change').insert(part);
};

export const historyOf = (db: Knex, lessonIds: readonly string[]): Promise<readonly LessonHistoryRow[]> =>
  db('timetable_lesson_change')
    .whereIn('lessonId', [...lessonIds])
    .orderBy(['lessonId', 'revision'])
    .select(...columns);

const lastOfLessons = prepared<{ lessonIds: string }, LessonHistoryRow>((db, value) =>
  db('timetable_lesson_change as change')
    .whereIn('change.lessonId', idListOf(db, value('lessonIds')))
    .whereNotExists(
      db('timetable_lesson_change as later')
        .whereRaw('later.lesson_id = change.lesson_id and later.revision > change.revision')
        .select(db.raw('1')),
    )
    .select(...columns.map((column) => `change.${column}`)),
);

/** The last change of each of these lessons. */
export const lastChanges = (db: Knex, lessonIds: readonly string[]): Promise<readonly LessonHistoryRow[]> =>
  lastOfLessons(db, { lessonIds: JSON.stringify(lessonIds) });

/** What a publication that has just become visible did to lessons that existed before. */
export async function publishedHistory(
  db: Knex,
  publicationId: string,
): Promise<readonly Omit<LessonHistoryRow, 'id' | 'happenedAt' | 'byPersonId' | 'reason' | 'rescheduleId'>[]> {
  const rows: (Omit<LessonHistoryRow, 'what' | 'publicationId'> & { readonly kind: string })[] = await db(
    'timetable_publication_change as change',
  )
    .join('timetable_lesson as lesson', 'lesson.id', 'change.lessonId')
    .where({ 'change.publicationId': publicationId, 'change.isNew': false })
    .select({
      lessonId: 'change.lessonId',
      kind: 'change.kind',
      fromHeldOn: 'change.fromHeldOn',
      fromStartsAt: 'change.fromStartsAt',
      fromEndsAt: 'change.fromEndsAt',
      fromTeacherId: 'change.fromTeacherId',
      heldOn: 'change.heldOn',
      startsAt: 'change.startsAt',
      endsAt: 'change.endsAt',
      teacherId: 'change.teacherId',
      revision: 'lesson.revision',
    });
  return rows.map(({ kind, ...row }) => ({
    ...row,
    what: kind === 'cancelled' ? 'cancelled' : kind === 'moved' ? 'moved' : 'restored',
    publicationId,
    isByHandBefore: false,
  }));
}
