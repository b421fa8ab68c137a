import type { Knex } from 'knex';
import type { Dialect } from '../../host/scope.ts';

/** A delivery together with its event. */
export interface Delivery {
  readonly position: number;
  readonly reaction: string;
  readonly attempts: number;
  readonly eventId: string;
  readonly name: string;
  readonly happenedAt: Date;
  readonly actorId: string | null;
  readonly payloadJson: unknown;
}

/** Deliveries of the named reactions that are due and have none of the same reaction and stream before them. */
const due = (db: Knex, reactions: readonly string[], now: Date): Knex.QueryBuilder =>
  db('events_delivery as d')
    .whereIn('d.reaction', [...reactions])
    .where('d.state', 'waiting')
    .where('d.dueAt', '<=', now)
    .whereNotExists((earlier) =>
      earlier
        .from('events_delivery as e')
        .select(db.raw('1'))
        .whereRaw('e.reaction = d.reaction and e.stream = d.stream and e.position < d.position'),
    );

export async function isAnyDue(db: Knex, reactions: readonly string[], now: Date): Promise<boolean> {
  const found: unknown = await due(db, reactions, now).first('d.position');
  return found !== undefined;
}

/** Locks the earliest due delivery that no other process holds. */
export async function claimDelivery(
  trx: Knex.Transaction,
  dialect: Dialect,
  reactions: readonly string[],
  now: Date,
): Promise<Delivery | undefined> {
  const query = due(trx, reactions, now).orderBy('d.position');
  const locked = dialect === 'postgres' ? query.forUpdate().skipLocked() : query;
  const claimed: Pick<Delivery, 'position' | 'reaction' | 'attempts' | 'eventId'> | undefined = await locked.first(
    'd.position',
    'd.reaction',
    'd.attempts',
    'd.eventId',
  );
  if (!claimed) return undefined;
  const event: Pick<Delivery, 'name' | 'happenedAt' | 'actorId' | 'payloadJson'> = await trx('events_event')
    .where({ id: claimed.eventId })
    .first('name', 'happenedAt', 'actorId', 'payloadJson');
  return { ...claimed, ...event };
}

export const deleteDelivery = (trx: Knex.Transaction, position: number): Promise<number> =>
  trx('events_delivery').where({ position }).del();

/** Notes a failure; `dueAt` undefined gives the delivery up. Does nothing when another process has finished it. */
export const postponeDelivery = (
  trx: Knex.Transaction,
  position: number,
  failed: { readonly attempts: number; readonly dueAt: Date | undefined; readonly failure: string },
): Promise<number> =>
  trx('events_delivery')
    .where({ position })
    .update({
      attempts: failed.attempts,
      failure: failed.failure,
      ...(failed.dueAt ? { dueAt: failed.dueAt } : { state: 'failed' }),
    });

/** How many deliveries have been given up. */
export async function countFailed(db: Knex): Promise<number> {
  const row = await db('events_delivery').where({ state: 'failed' }).count('* as count').first();
  return Number(row?.count ?? 0);
}

/** Gives every given-up delivery its attempts back. Returns how many. */
export const reviveFailed = (trx: Knex.Transaction, now: Date): Promise<number> =>
  trx('events_delivery')
    .where({ state: 'failed' })
    .update({ state: 'waiting', attempts: 0, dueAt: now, failure: null });

/** Deletes what no installed reaction will ever take, and events that everybody has taken, before an instant. */
export async function deleteSettled(trx: Knex.Transaction, installed: readonly string[], before: Date): Promise<void> {
  const old = trx('events_event').where('happenedAt', '<', before).select('id');
  await trx('events_delivery')
    .whereNotIn('reaction', [...installed])
    .whereIn('eventId', old.clone())
    .del();
  await trx('events_event')
    .where('happenedAt', '<', before)
    .whereNotExists((delivery) =>
      delivery.from('events_delivery').select(trx.raw('1')).whereRaw('events_delivery.event_id = events_event.id'),
    )
    .del();
}
