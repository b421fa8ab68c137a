import type { Knex } from 'knex';
import type { Interval } from '../../../server/calendar/api.ts';
import { readIds } from '../../../server/people/api.ts';
import type { ReschedulePart } from '../domain/reschedule/reschedule.ts';
import { openStates } from './openStates.ts';
import { orAmong } from './orAmong.ts';

const columns = [
  'rescheduleId',
  'nth',
  'lessonId',
  'teacherId',
  'fromHeldOn',
  'fromStartsAt',
  'fromEndsAt',
  'heldOn',
  'startsAt',
  'endsAt',
  'holdId',
  'isAgreed',
] as const;

/** The lessons that proposals move, each request's in order. */
export const partsOf = (db: Knex, rescheduleIds: readonly string[]): Promise<readonly ReschedulePart[]> =>
  db('timetable_reschedule_part')
    .whereIn('rescheduleId', [...rescheduleIds])
    .orderBy(['rescheduleId', 'nth'])
    .select(...columns);

/** Replaces what a request proposes. */
export async function replaceParts(db: Knex, rescheduleId: string, parts: readonly ReschedulePart[]): Promise<void> {
  await db('timetable_reschedule_part').where({ rescheduleId }).delete();
  if (parts.length > 0) await db('timetable_reschedule_part').insert([...parts]);
}

/** The teacher agrees to all of a proposal's lessons that are his or hers. Returns how many still waited. */
export const agreeParts = (db: Knex, rescheduleId: string, teacherId: string): Promise<number> =>
  db('timetable_reschedule_part').where({ rescheduleId, teacherId, isAgreed: false }).update({ isAgreed: true });

/** Forgets the holds of a request that are given back. */
export const clearHolds = (db: Knex, rescheduleId: string): Promise<number> =>
  db('timetable_reschedule_part').where({ rescheduleId }).update({ holdId: null });

/** The holds of open requests to move these lessons. */
export async function holdsOf(db: Knex, lessonIds: readonly string[]): Promise<readonly string[]> {
  const rows: { readonly holdId: string | null }[] = await db('timetable_reschedule_part as part')
    .join('timetable_reschedule as request', 'request.id', 'part.rescheduleId')
    .whereIn('request.lessonId', [...lessonIds])
    .whereNotNull('part.holdId')
    .select({ holdId: 'part.holdId' });
  return rows.flatMap(({ holdId }) => holdId ?? []);
}

/** Ids of open requests about these lessons, by which one of them would move, or that propose a time within an interval. */
export const openRequestsTouching = (
  db: Knex,
  lessonIds: Knex.QueryBuilder | readonly string[],
  { startsAt, endsAt }: Interval,
): Promise<readonly string[]> =>
  readIds(
    db('timetable_reschedule as request')
      .leftJoin('timetable_reschedule_part as part', 'part.rescheduleId', 'request.id')
      .whereIn('request.state', [...openStates])
      .where((any) => {
        any.where((during) => during.where('part.startsAt', '<', endsAt).where('part.endsAt', '>', startsAt));
        orAmong(any, 'request.lessonId', lessonIds);
        orAmong(any, 'part.lessonId', lessonIds);
      })
      .orderBy('request.id')
      .distinct('request.id'),
  );

/** Ids of open requests whose proposal a teacher was asked about. */
export const openRequestsPutTo = (db: Knex, teacherId: string): Promise<readonly string[]> =>
  readIds(
    db('timetable_reschedule as request')
      .join('timetable_reschedule_part as part', 'part.rescheduleId', 'request.id')
      .whereIn('request.state', [...openStates])
      .where('part.teacherId', teacherId)
      .orderBy('request.id')
      .distinct('request.id'),
  );
