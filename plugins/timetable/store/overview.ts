import type { Knex } from 'knex';
import { openStates } from './openStates.ts';

interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const planned = (db: Knex, groupIds: readonly string[]) =>
  db('timetable_lesson as lesson')
    .where('lesson.state', 'planned')
    .whereIn('lesson.groupId', [...groupIds]);

/** How many lessons groups have that begin within some time. */
export async function countsOfLessons(
  db: Knex,
  groupIds: readonly string[],
  { startsAt, endsAt }: Span,
): Promise<ReadonlyMap<string, number>> {
  const rows: { readonly groupId: string; readonly lessons: number | string }[] = await planned(db, groupIds)
    .where('lesson.startsAt', '>=', startsAt)
    .where('lesson.startsAt', '<', endsAt)
    .groupBy('lesson.groupId')
    .select({ groupId: 'lesson.groupId' })
    .count({ lessons: '*' });
  return new Map(rows.map(({ groupId, lessons }) => [groupId, Number(lessons)]));
}

/** When the next lesson of each group begins. */
export async function nextStarts(db: Knex, groupIds: readonly string[], now: Date): Promise<ReadonlyMap<string, Date>> {
  const rows: { readonly groupId: string; readonly startsAt: Date }[] = await planned(db, groupIds)
    .where('lesson.startsAt', '>', now)
    .groupBy('lesson.groupId')
    .select({ groupId: 'lesson.groupId' })
    .min({ startsAt: 'lesson.startsAt' });
  return new Map(rows.map(({ groupId, startsAt }) => [groupId, startsAt]));
}

/** How many requests for another time are open in each group. */
export async function countsOfOpenRequests(
  db: Knex,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows: { readonly groupId: string; readonly requests: number | string }[] = await db(
    'timetable_reschedule as request',
  )
    .join('timetable_lesson as lesson', 'lesson.id', 'request.lessonId')
    .whereIn('lesson.groupId', [...groupIds])
    .whereIn('request.state', [...openStates])
    .groupBy('lesson.groupId')
    .select({ groupId: 'lesson.groupId' })
    .count({ requests: '*' });
  return new Map(rows.map(({ groupId, requests }) => [groupId, Number(requests)]));
}

/** Coming lessons of a course that one teacher holds. */
export interface Taught {
  readonly groupId: string;
  readonly courseId: string;
  readonly teacherId: string | null;
  readonly lessons: number;
  /** The date of the first of them. */
  readonly firstOn: string;
}

/** Who holds the coming lessons of each course. */
export async function teachersOfComing(db: Knex, groupIds: readonly string[], now: Date): Promise<readonly Taught[]> {
  const rows: (Omit<Taught, 'lessons'> & { readonly lessons: number | string })[] = await planned(db, groupIds)
    .where('lesson.startsAt', '>', now)
    .groupBy(['lesson.groupId', 'lesson.courseId', 'lesson.teacherId'])
    .orderBy(['lesson.groupId', 'lesson.courseId', 'lesson.teacherId'])
    .select({ groupId: 'lesson.groupId', courseId: 'lesson.courseId', teacherId: 'lesson.teacherId' })
    .min({ firstOn: 'lesson.heldOn' })
    .count({ lessons: '*' });
  return rows.map((row) => ({ ...row, lessons: Number(row.lessons) }));
}
