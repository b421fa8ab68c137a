import type { Knex } from 'knex';
import type { Dialect } from '../../host/scope.ts';
import type { Progress } from '../job.ts';

/** A job that somebody has taken up. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly inputJson: unknown;
  /** This attempt included. */
  readonly attempts: number;
  readonly leaseId: string;
}

/** Jobs that wait, and jobs whose process has not renewed its lease. */
const due = (db: Knex, kinds: readonly string[], now: Date): Knex.QueryBuilder =>
  db('jobs_job')
    .whereIn('kind', [...kinds])
    .where((one) =>
      one
        .where((queued) => queued.where('state', 'queued').where('dueAt', '<=', now))
        .orWhere((lapsed) => lapsed.where('state', 'running').where('leaseEndsAt', '<', now)),
    );

export async function isAnyJobDue(db: Knex, kinds: readonly string[], now: Date): Promise<boolean> {
  const found: unknown = await due(db, kinds, now).first('id');
  return found !== undefined;
}

export interface ClaimRequest {
  readonly kinds: readonly string[];
  readonly leaseId: string;
  readonly now: Date;
  readonly leaseEndsAt: Date;
}

/** Takes up the oldest due job that nobody else is taking up. */
export async function claimJob(
  trx: Knex.Transaction,
  dialect: Dialect,
  { kinds, leaseId, now, leaseEndsAt }: ClaimRequest,
): Promise<ClaimedJob | undefined> {
  const query = due(trx, kinds, now).orderBy(['dueAt', 'id']);
  const locked = dialect === 'postgres' ? query.forUpdate().skipLocked() : query;
  const found: Omit<ClaimedJob, 'leaseId'> | undefined = await locked.first('id', 'kind', 'inputJson', 'attempts');
  if (!found) return undefined;
  const attempts = found.attempts + 1;
  await trx('jobs_job')
    .where({ id: found.id })
    .update({
      state: 'running',
      leaseId,
      leaseEndsAt,
      attempts,
      startedAt: trx.raw('coalesce(started_at, ?)', [now]),
      revision: trx.raw('revision + 1'),
    });
  return { ...found, attempts, leaseId };
}

/** Which of these leases still hold. */
export async function heldLeases(db: Knex, leaseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { leaseId: string }[] = await db('jobs_job')
    .whereIn('leaseId', [...leaseIds])
    .select('leaseId');
  return new Set(rows.map((row) => row.leaseId));
}

export const renewLeases = (trx: Knex.Transaction, leaseIds: readonly string[], leaseEndsAt: Date): Promise<number> =>
  trx('jobs_job')
    .whereIn('leaseId', [...leaseIds])
    .update({ leaseEndsAt });

/** Keeps the lease from being taken until the commit; false when it is lost already. */
export async function holdLease(trx: Knex.Transaction, leaseId: string): Promise<boolean> {
  const found: unknown = await trx('jobs_job').where({ leaseId }).forShare().first('id');
  return found !== undefined;
}

export const storeProgress = (trx: Knex.Transaction, leaseId: string, progress: Progress): Promise<number> =>
  trx('jobs_job')
    .where({ leaseId })
    .update({ progressJson: JSON.stringify(progress) });

/** How a run ended. */
export type Ending =
  | { readonly state: 'done'; readonly result: unknown; readonly progress: Progress | undefined }
  | { readonly state: 'failed'; readonly problem: string }
  | { readonly state: 'queued'; readonly dueAt: Date; readonly attempts: number };

/** Gives the lease up; 0 when it is lost already, and with it the right to say how the job ended. */
export function endLease(trx: Knex.Transaction, leaseId: string, ending: Ending, now: Date): Promise<number> {
  const free = { leaseId: null, leaseEndsAt: null, revision: trx.raw('revision + 1') };
  const row = trx('jobs_job').where({ leaseId });
  if (ending.state === 'queued')
    return row.update({ ...free, state: 'queued', dueAt: ending.dueAt, attempts: ending.attempts });
  const finished = { ...free, finishedAt: now };
  if (ending.state === 'failed') return row.update({ ...finished, state: 'failed', problem: ending.problem });
  return row.update({
    ...finished,
    state: 'done',
    resultJson: JSON.stringify(ending.result ?? null),
    ...(ending.progress ? { progressJson: JSON.stringify(ending.progress) } : {}),
  });
}
