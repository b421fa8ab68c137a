import type { Knex } from 'knex';
import type { JobState } from '../domain/jobState.ts';
import type { Progress } from '../job.ts';

/** A job as its owner may see it. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly ownerId: string | null;
  readonly progressJson: Progress | null;
  readonly resultJson: unknown;
  readonly problem: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly revision: number;
}

const shown = [
  'id',
  'kind',
  'state',
  'ownerId',
  'progressJson',
  'resultJson',
  'problem',
  'createdAt',
  'startedAt',
  'finishedAt',
  'revision',
] as const;

export const insertJob = (
  trx: Knex.Transaction,
  job: Pick<Job, 'id' | 'kind' | 'ownerId' | 'createdAt'> & { readonly input: unknown },
): Promise<unknown> =>
  trx('jobs_job').insert({
    id: job.id,
    kind: job.kind,
    state: 'queued',
    ownerId: job.ownerId,
    inputJson: JSON.stringify(job.input),
    attempts: 0,
    dueAt: job.createdAt,
    createdAt: job.createdAt,
    revision: 1,
  });

export const jobById = (db: Knex, id: string): Promise<Job | undefined> =>
  db('jobs_job')
    .where({ id })
    .first(...shown);

/** Keeps everybody else from changing the job until the commit. */
export const lockJob = (trx: Knex.Transaction, id: string): Promise<Job | undefined> =>
  trx('jobs_job')
    .where({ id })
    .forUpdate()
    .first(...shown);

/** Ends a job that has not ended yet; whoever runs it has lost its lease thereby. */
export const cancelJobRow = (trx: Knex.Transaction, id: string, now: Date): Promise<number> =>
  trx('jobs_job')
    .where({ id })
    .whereIn('state', ['queued', 'running'])
    .update({
      state: 'cancelled',
      leaseId: null,
      leaseEndsAt: null,
      finishedAt: now,
      revision: trx.raw('revision + 1'),
    });

export const deleteFinishedJobs = (trx: Knex.Transaction, before: Date): Promise<number> =>
  trx('jobs_job').where('finishedAt', '<', before).del();
