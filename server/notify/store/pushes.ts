import type { Knex } from 'knex';
import type { Dialect } from '../../host/scope.ts';
import { type Notice, noticeColumns } from './notices.ts';

export interface DuePush extends Notice {
  readonly personId: string;
}

const due = (db: Knex, now: Date): Knex.QueryBuilder => db('notify_notice').where('pushDueAt', '<=', now);

export const isAnyPushDue = async (db: Knex, now: Date): Promise<boolean> =>
  (await due(db, now).first('id')) !== undefined;

/** Takes up the signals that have waited longest; until `busyUntil` nobody else does. */
export async function claimPushes(
  trx: Knex.Transaction,
  dialect: Dialect,
  { now, busyUntil, limit }: { readonly now: Date; readonly busyUntil: Date; readonly limit: number },
): Promise<DuePush[]> {
  const query = due(trx, now).orderBy(['pushDueAt', 'id']).limit(limit);
  const locked = dialect === 'postgres' ? query.forUpdate().skipLocked() : query;
  const found: DuePush[] = await locked.select(...noticeColumns, 'personId');
  const ids = found.map(({ id }) => id);
  await trx('notify_notice').whereIn('id', ids).update({ pushDueAt: busyUntil });
  return found;
}

export const postponePushes = (trx: Knex.Transaction, ids: readonly string[], pushDueAt: Date): Promise<number> =>
  trx('notify_notice')
    .whereIn('id', [...ids])
    .update({ pushDueAt });

/** They are done with: shown, or not to be shown any more. */
export async function endPushes(
  trx: Knex.Transaction,
  { shown, dropped }: { readonly shown: readonly string[]; readonly dropped: readonly string[] },
  now: Date,
): Promise<void> {
  await trx('notify_notice')
    .whereIn('id', [...shown])
    .update({ pushDueAt: null, pushedAt: now });
  await trx('notify_notice')
    .whereIn('id', [...dropped])
    .update({ pushDueAt: null });
}
