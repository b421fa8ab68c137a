import type { Knex } from 'knex';
import { idListOf } from '../../../server/db/many.ts';
import { prepared } from '../../../server/db/prepared.ts';
import type { Reschedule, RescheduleStep } from '../domain/reschedule/reschedule.ts';
import { openStates } from './openStates.ts';
import { orAmong } from './orAmong.ts';

const columns = [
  'id',
  'lessonId',
  'kind',
  'isForGroup',
  'askedById',
  'forPersonId',
  'teacherId',
  'reasonKind',
  'reason',
  'wish',
  'windowsJson',
  'state',
  'fromHeldOn',
  'fromStartsAt',
  'fromEndsAt',
  'heldOn',
  'startsAt',
  'endsAt',
  'dueAt',
  'remindAt',
  'escalateAt',
  'isSettledAhead',
  'isCountered',
  'newLessonId',
  'askedAt',
  'endedAt',
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

const stored = ({ windowsJson, ...rest }: Reschedule) => ({ ...rest, windowsJson: JSON.stringify(windowsJson) });

/** False when there is an open request about the lesson already. */
export async function insertReschedule(db: Knex, reschedule: Reschedule): Promise<boolean> {
  await db('timetable_reschedule').insert(stored(reschedule)).onConflict().ignore();
  const found: unknown = await db('timetable_reschedule').where({ id: reschedule.id }).first('id');
  return found !== undefined;
}

export const rescheduleById = (db: Knex, id: string): Promise<Reschedule | undefined> =>
  db('timetable_reschedule')
    .where({ id })
    .first(...columns);

/** The request for which a lesson was added. */
export const rescheduleOfNewLesson = (db: Knex, newLessonId: string): Promise<Reschedule | undefined> =>
  db('timetable_reschedule')
    .where({ newLessonId })
    .first(...columns);

export const lockReschedule = (db: Knex, id: string): Promise<Reschedule | undefined> =>
  db('timetable_reschedule')
    .where({ id })
    .forUpdate()
    .first(...columns);

export function updateReschedule(db: Knex, reschedule: Reschedule): Promise<number> {
  const { id, ...rest } = stored(reschedule);
  return db('timetable_reschedule').where({ id }).update(rest);
}

const openOfLessons = prepared<{ lessonIds: string }, Reschedule>((db, value) =>
  db('timetable_reschedule')
    .where({ kind: 'move' })
    .whereIn('lessonId', idListOf(db, value('lessonIds')))
    .whereIn('state', [...openStates])
    .select(...columns),
);

/** Requests to move these lessons that still wait for something. */
export const openReschedules = (db: Knex, lessonIds: readonly string[]): Promise<readonly Reschedule[]> =>
  openOfLessons(db, { lessonIds: JSON.stringify(lessonIds) });

/** Ids of open requests of which something came due: reminders, escalations, ends; and of confirmed ones that were held. */
export async function dueReschedules(db: Knex, now: Date, limit: number): Promise<readonly string[]> {
  const rows: { readonly id: string }[] = await db('timetable_reschedule')
    .where((open) =>
      open
        .whereIn('state', [...openStates])
        .where((any) => any.where('remindAt', '<=', now).orWhere('escalateAt', '<=', now).orWhere('dueAt', '<=', now)),
    )
    .orWhere((held) => held.where('state', 'confirmed').where('endsAt', '<=', now))
    .orderBy(['askedAt', 'id'])
    .limit(limit)
    .select('id');
  return rows.map(({ id }) => id);
}

/** How many requests were made for a student about lessons between two dates; withdrawn ones do not count. */
export async function countRequestsFor(
  db: Knex,
  forPersonId: string,
  { fromOn, untilOn }: { readonly fromOn: string; readonly untilOn: string },
): Promise<number> {
  const [row]: { readonly requests: number | string }[] = await db('timetable_reschedule')
    .where({ forPersonId })
    .whereNot('state', 'withdrawn')
    .whereBetween('fromHeldOn', [fromOn, untilOn])
    .count({ requests: '*' });
  return Number(row?.requests ?? 0);
}

export interface RescheduleSearch {
  /** Requests of, or for, one of these people, or put to one of them. */
  readonly personIds: Knex.QueryBuilder | readonly string[];
  readonly groupIds: Knex.QueryBuilder | readonly string[];
  /** Students of the reader's home schools. */
  readonly studentIds: Knex.QueryBuilder | readonly string[];
  readonly teacherId: string;
  readonly isOpen: boolean;
  readonly limit: number;
}

/** Requests that concern any of these, the ones that wait longest first; ended ones last ended first. */
export function findReschedules(db: Knex, search: RescheduleSearch): Promise<readonly Reschedule[]> {
  const { personIds, groupIds, studentIds, teacherId, isOpen, limit } = search;
  const query = db('timetable_reschedule as asked')
    .join('timetable_lesson as lesson', 'lesson.id', 'asked.lessonId')
    .where((any) => {
      any.where('asked.teacherId', teacherId);
      any.orWhereExists(
        db('timetable_reschedule_part as part')
          .whereRaw('part.reschedule_id = asked.id')
          .where('part.teacherId', teacherId)
          .select(db.raw('1')),
      );
      orAmong(any, 'asked.forPersonId', personIds);
      orAmong(any, 'asked.forPersonId', studentIds);
      orAmong(any, 'lesson.groupId', groupIds);
    })
    .limit(limit)
    .select(...columns.map((column) => `asked.${column}`));
  if (isOpen) query.whereIn('asked.state', [...openStates]).orderBy(['asked.askedAt', 'asked.id']);
  else
    query
      .whereNotIn('asked.state', [...openStates])
      .orderBy([{ column: 'asked.askedAt', order: 'desc' }, { column: 'asked.id' }]);
  return query;
}

export const insertStep = (db: Knex, step: RescheduleStep): Promise<unknown> =>
  db('timetable_reschedule_step').insert(step);

export const stepsOf = (db: Knex, rescheduleIds: readonly string[]): Promise<readonly RescheduleStep[]> =>
  db('timetable_reschedule_step')
    .whereIn('rescheduleId', [...rescheduleIds])
    .orderBy(['rescheduleId', 'number'])
    .select(...stepColumns);

const mostCounted = 2000;

/** Requests about lessons of these groups that were made in some time, for counting; the newest when there are very many. */
export const requestsIn = (
  db: Knex,
  groupIds: Knex.QueryBuilder,
  from: Date,
  to: Date,
): Promise<readonly Reschedule[]> =>
  db('timetable_reschedule as asked')
    .join('timetable_lesson as lesson', 'lesson.id', 'asked.lessonId')
    .whereIn('lesson.groupId', groupIds)
    .where('asked.askedAt', '>=', from)
    .where('asked.askedAt', '<', to)
    .orderBy('asked.askedAt', 'desc')
    .limit(mostCounted)
    .select(...columns.map((column) => `asked.${column}`));
