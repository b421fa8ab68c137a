import type { Knex } from 'knex';
import type { LessonPlacement } from '../domain/compose/lesson.ts';

/** Where a lesson of a group of the draft is to be. */
export interface LessonToPlace extends LessonPlacement {
  readonly groupId: string;
}

/** SQLite takes at most 32,766 values in one statement. */
const atOnce = 500;

/** Writes where lessons are, whether or not they had a row before. */
export async function placeLessons(db: Knex, draftId: string, lessons: readonly LessonToPlace[]): Promise<void> {
  const rows = lessons.map(({ courseId, nth, groupId, at, isLocked }) => ({
    draftId,
    groupId,
    courseId,
    nth,
    weekday: at?.weekday ?? null,
    hourIndex: at?.hour ?? null,
    isLocked,
  }));
  for (let from = 0; from < rows.length; from += atOnce)
    await db('timetable_draft_lesson')
      .insert(rows.slice(from, from + atOnce))
      .onConflict(['draftId', 'courseId', 'nth'])
      .merge(['weekday', 'hourIndex', 'isLocked']);
}

/** Forgets the places of courses that are no more, in every draft. */
export const forgetDraftLessons = (db: Knex, courseIds: readonly string[]): Promise<number> =>
  db('timetable_draft_lesson')
    .whereIn('courseId', [...courseIds])
    .delete();
