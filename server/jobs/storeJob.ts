import type { Knex } from 'knex';
import { insertJob } from './store/jobs.ts';

/** A job as the scope runner hands it over. */
export interface NewJob {
  /** UUIDv7. */
  readonly id: string;
  /** Name of its `JobKind`. */
  readonly kind: string;
  /** Already parsed by the kind's schema; must survive JSON. Never confidential text. */
  readonly input: unknown;
  /** Who may see and cancel it; empty for the system. */
  readonly ownerId: string;
  readonly at: Date;
}

/** Queues a job with the transaction; a runner of any process takes it up after the commit. */
export async function storeJob(trx: Knex.Transaction, { id, kind, input, ownerId, at }: NewJob): Promise<void> {
  await insertJob(trx, { id, kind, input, ownerId: ownerId || null, createdAt: at });
}
