import type { Knex } from 'knex';

/** Lessons to come of one course for which somebody cannot be online. */
export interface CannotJoin {
  readonly personId: string;
  readonly courseId: string;
  readonly groupId: string;
  readonly firstLessonId: string;
  readonly lessons: number;
  readonly foundAt: Date;
}

const columns = ['personId', 'courseId', 'groupId', 'firstLessonId', 'lessons', 'foundAt'] as const;

export const cannotJoinOf = (db: Knex, personId: string): Promise<readonly CannotJoin[]> =>
  db('timetable_cannot_join')
    .where({ personId })
    .select(...columns);

/** Replaces what is known of a person. */
export async function putCannotJoin(
  db: Knex,
  personId: string,
  rows: readonly (CannotJoin & { readonly id: string })[],
): Promise<void> {
  await db('timetable_cannot_join').where({ personId }).delete();
  if (rows.length > 0) await db('timetable_cannot_join').insert([...rows]);
}

/** What stands in these groups and is still to come, soonest first. */
export const cannotJoinIn = (
  db: Knex,
  groupIds: Knex.QueryBuilder,
  now: Date,
  limit: number,
): Promise<readonly (CannotJoin & { readonly startsAt: Date })[]> =>
  db('timetable_cannot_join as found')
    .join('timetable_lesson as lesson', 'lesson.id', 'found.firstLessonId')
    .whereIn('found.groupId', groupIds)
    .where('lesson.startsAt', '>', now)
    .where('lesson.state', 'planned')
    .orderBy(['lesson.startsAt', 'found.personId'])
    .limit(limit)
    .select(...columns.map((column) => `found.${column}`), 'lesson.startsAt as startsAt');
