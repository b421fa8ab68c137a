import type { Knex } from 'knex';
import type { Reschedule, RescheduleStep } from '../domain/reschedule/reschedule.ts';

const columns = [
  'id',
  'lessonId',
  'askedById',
  'forPersonId',
  'teacherId',
  'reason',
  'wish',
  'state',
  'fromHeldOn',
  'fromStartsAt',
  'fromEndsAt',
  'heldOn',
  'startsAt',
  'endsAt',
  'answerUntilAt',
  'holdId',
  'askedAt',
  'revision',
] as const;

const stepColumns = [
  'rescheduleId',
  'number',
  'what',
  'byPersonId',
  'happenedAt',
  'startsAt',
  'endsAt',
  'note',
] as const;

/** False when there is an open request about the lesson already. */
export async function insertReschedule(db: Knex, reschedule: Reschedule): Promise<boolean> {
  await db('timetable_reschedule').insert(reschedule).onConflict().ignore();
  const found: unknown = await db('timetable_reschedule').where({ id: reschedule.id }).first('id');
  return found !== undefined;
}

export const rescheduleById = (db: Knex, id: string): Promise<Reschedule | undefined> =>
  db('timetable_reschedule')
    .where({ id })
    .first(...columns);

export const lockReschedule = (db: Knex, id: string): Promise<Reschedule | undefined> =>
  db('timetable_reschedule')
    .where({ id })
    .forUpdate()
    .first(...columns);

export const updateReschedule = (db: Knex, { id, ...rest }: Reschedule): Promise<number> =>
  db('timetable_reschedule').where({ id }).update(rest);

/** Requests that still wait for something, of these lessons. */
export const openReschedules = (db: Knex, lessonIds: readonly string[]): Promise<readonly Reschedule[]> =>
  db('timetable_reschedule')
    .whereIn('lessonId', [...lessonIds])
    .whereIn('state', ['asked', 'proposed'])
    .select(...columns);

/** Ids of requests whose answer is overdue, or whose lesson begins before anybody chose a time. */
export async function overdueReschedules(db: Knex, now: Date, limit: number): Promise<readonly string[]> {
  const rows: { readonly id: string }[] = await db('timetable_reschedule')
    .where((either) =>
      either
        .where((put) => put.where('state', 'proposed').where('answerUntilAt', '<=', now))
        .orWhere((asked) => asked.where('state', 'asked').where('fromStartsAt', '<=', now)),
    )
    .orderBy(['askedAt', 'id'])
    .limit(limit)
    .select('id');
  return rows.map(({ id }) => id);
}

export interface RescheduleSearch {
  /** Requests of, or for, one of these people, or put to one of them. */
  readonly personIds: Knex.QueryBuilder | readonly string[];
  readonly groupIds: Knex.QueryBuilder | readonly string[];
  readonly teacherId: string;
  readonly isOpen: boolean;
  readonly limit: number;
}

/** Requests that concern any of these, the ones that wait longest first; ended ones last ended first. */
export function findReschedules(db: Knex, search: RescheduleSearch): Promise<readonly Reschedule[]> {
  const { personIds, groupIds, teacherId, isOpen, limit } = search;
  const query = db('timetable_reschedule as asked')
    .join('timetable_lesson as lesson', 'lesson.id', 'asked.lessonId')
    .where((any) => {
      any.where('asked.teacherId', teacherId);
      among(any, 'asked.forPersonId', personIds);
      among(any, 'lesson.groupId', groupIds);
    })
    .limit(limit)
    .select(...columns.map((column) => `asked.${column}`));
  if (isOpen) query.whereIn('asked.state', ['asked', 'proposed']).orderBy(['asked.askedAt', 'asked.id']);
  else
    query
      .whereNotIn('asked.state', ['asked', 'proposed'])
      .orderBy([{ column: 'asked.askedAt', order: 'desc' }, { column: 'asked.id' }]);
  return query;
}

const isList = (ids: Knex.QueryBuilder | readonly string[]): ids is readonly string[] => Array.isArray(ids);

const among = (query: Knex.QueryBuilder, column: string, ids: Knex.QueryBuilder | readonly string[]): unknown =>
  isList(ids) ? query.orWhereIn(column, [...ids]) : query.orWhereIn(column, ids);

export const insertStep = (db: Knex, step: RescheduleStep): Promise<unknown> =>
  db('timetable_reschedule_step').insert(step);

export const stepsOf = (db: Knex, rescheduleIds: readonly string[]): Promise<readonly RescheduleStep[]> =>
  db('timetable_reschedule_step')
    .whereIn('rescheduleId', [...rescheduleIds])
    .orderBy(['rescheduleId', 'number'])
    .select(...stepColumns);
