import type { Knex } from 'knex';

export const insertJob = (
  trx: Knex.Transaction,
  job: {
    readonly id: string;
    readonly kind: string;
    readonly input: unknown;
    readonly ownerId: string;
    readonly at: Date;
  },
): Promise<unknown> =>
  trx('jobs_job').insert({
    id: job.id,
    kind: job.kind,
    state: 'queued',
    ownerId: job.ownerId || null,
    inputJson: JSON.stringify(job.input),
    attempts: 0,
    dueAt: job.at,
    createdAt: job.at,
    revision: 1,
  });
