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

/** People of whom the first lesson that they could not join has begun, or is held at all no more. */
export async function overdueCannotJoin(db: Knex, now: Date, limit: number): Promise<readonly string[]> {
  const rows: { readonly personId: string }[] = await db('timetable_cannot_join as found')
    .join('timetable_lesson as lesson', 'lesson.id', 'found.firstLessonId')
    .where((over) => over.where('lesson.startsAt', '<=', now).orWhereNot('lesson.state', 'planned'))
    .orderBy('found.personId')
    .limit(limit)
    .distinct({ personId: 'found.personId' });
  return rows.map(({ personId }) => personId);
}
