import type { Knex } from 'knex';
import type { Dialect } from '../../host/scope.ts';

/** Notes schedules that have never run; the others keep their time. */
export async function addSchedules(
  trx: Knex.Transaction,
  rows: readonly { readonly name: string; readonly nextRunAt: Date }[],
): Promise<void> {
  if (rows.length > 0)
    await trx('jobs_schedule')
      .insert([...rows])
      .onConflict('name')
      .ignore();
}

export async function dueSchedules(db: Knex, now: Date): Promise<ReadonlySet<string>> {
  const rows: { name: string }[] = await db('jobs_schedule').where('nextRunAt', '<=', now).select('name');
  return new Set(rows.map((row) => row.name));
}

/** Locks a schedule that is due and that no other process is running; answers when it was due. */
export async function claimSchedule(
  trx: Knex.Transaction,
  dialect: Dialect,
  name: string,
  now: Date,
): Promise<Date | undefined> {
  const query = trx('jobs_schedule').where({ name }).where('nextRunAt', '<=', now);
  const locked = dialect === 'postgres' ? query.forUpdate().skipLocked() : query;
  const row: { nextRunAt: Date } | undefined = await locked.first('nextRunAt');
  return row?.nextRunAt;
}

/** Moves a schedule on, unless another process has done so. */
export const moveSchedule = (trx: Knex.Transaction, name: string, now: Date, nextRunAt: Date): Promise<number> =>
  trx('jobs_schedule').where({ name }).where('nextRunAt', '<=', now).update({ nextRunAt });
