import type { Knex } from 'knex';

export interface Entry {
  readonly id: string;
  readonly happenedAt: Date;
  /** Null for the system. */
  readonly actorId: string | null;
  readonly act: string;
  readonly aboutPersonId: string | null;
  readonly entity: string;
  readonly entityId: string;
  readonly detail: unknown;
}

export const insertEntry = (trx: Knex.Transaction, { detail, ...entry }: Entry): Promise<unknown> =>
  trx('audit_entry').insert({ ...entry, detailJson: JSON.stringify(detail ?? null) });
