import type { Knex } from 'knex';
import { idListOf } from '../../../server/db/many.ts';
import { prepared } from '../../../server/db/prepared.ts';
import type { Excuse } from '../domain/publish/excuse.ts';
import { chunksOf } from './chunks.ts';

export interface ExcuseRow extends Excuse {
  readonly id: string;
  readonly publicationId: string;
  readonly endedPublicationId: string | null;
}

const columns = {
  id: 'excuse.id',
  lessonId: 'excuse.lessonId',
  studentId: 'excuse.studentId',
  substituteKind: 'excuse.substituteKind',
  substituteText: 'excuse.substituteText',
  acceptedById: 'excuse.acceptedById',
  acceptedAt: 'excuse.acceptedAt',
  publicationId: 'excuse.publicationId',
  endedPublicationId: 'excuse.endedPublicationId',
};

const excuses = (db: Knex) => db('timetable_excuse as excuse').select<ExcuseRow[]>(columns);

export async function insertExcuses(db: Knex, rows: readonly ExcuseRow[]): Promise<void> {
  for (const part of chunksOf(rows, 200)) await db('timetable_excuse').insert(part);
}

export async function endExcuses(db: Knex, ids: readonly string[], endedPublicationId: string): Promise<void> {
  for (const part of chunksOf(ids, 500))
    await db('timetable_excuse').whereIn('id', part).update({ endedPublicationId });
}

const livingExcuses = prepared<{ lessonIds: string }, ExcuseRow>((db, value) =>
  excuses(db)
    .whereNull('excuse.endedPublicationId')
    .whereIn('excuse.lessonId', idListOf(db, value('lessonIds')))
    .orderBy('excuse.id'),
);

/** Who need not come to these lessons. */
export const excusesOfLessons = (db: Knex, lessonIds: readonly string[]): Promise<readonly ExcuseRow[]> =>
  livingExcuses(db, { lessonIds: JSON.stringify(lessonIds) });

/** Whether there is anybody who need not come to some lesson of these groups. */
export const isAnybodyExcused = async (db: Knex, groupIds: readonly string[]): Promise<boolean> =>
  (await db('timetable_excuse as excuse')
    .join('timetable_lesson as lesson', 'lesson.id', 'excuse.lessonId')
    .whereNull('excuse.endedPublicationId')
    .whereIn('lesson.groupId', [...groupIds])
    .first('excuse.id')) !== undefined;

/** Lessons of groups that a publication may still change. */
export interface OpenLesson {
  readonly id: string;
  readonly courseId: string;
  readonly nth: number;
  readonly on: string;
}

export const openLessonsOfGroups = (
  db: Knex,
  groupIds: readonly string[],
  fromOn: string,
  now: Date,
): Promise<readonly OpenLesson[]> =>
  db('timetable_lesson as lesson')
    .whereIn('lesson.groupId', [...groupIds])
    .where('lesson.heldOn', '>=', fromOn)
    .where('lesson.startsAt', '>', now)
    .orderBy('lesson.id')
    .select({ id: 'lesson.id', courseId: 'lesson.courseId', nth: 'lesson.courseNth', on: 'lesson.heldOn' });

/** What a publication changed for one student in one lesson of a course of a group. */
export interface ChangedExcuse {
  readonly studentId: string;
  readonly courseId: string;
  readonly nth: number;
  readonly startsAt: Date;
  readonly on: string;
  readonly teacherId: string | null;
  readonly isEnded: boolean;
}

/** What a publication began or ended for a group, in the order in which the lessons are held. */
export async function excusesChangedBy(
  db: Knex,
  publicationId: string,
  groupId: string,
): Promise<readonly ChangedExcuse[]> {
  const found = (which: 'excuse.publicationId' | 'excuse.endedPublicationId') =>
    db('timetable_excuse as excuse')
      .join('timetable_lesson as lesson', 'lesson.id', 'excuse.lessonId')
      .where({ [which]: publicationId, 'lesson.groupId': groupId })
      .orderBy(['lesson.startsAt', 'excuse.studentId'])
      .select<Omit<ChangedExcuse, 'isEnded'>[]>({
        studentId: 'excuse.studentId',
        courseId: 'lesson.courseId',
        nth: 'lesson.courseNth',
        startsAt: 'lesson.startsAt',
        on: 'lesson.heldOn',
        teacherId: 'lesson.teacherId',
      });
  const begun = await found('excuse.publicationId');
  const ended = await found('excuse.endedPublicationId');
  return [...begun.map((one) => ({ ...one, isEnded: false })), ...ended.map((one) => ({ ...one, isEnded: true }))];
}
