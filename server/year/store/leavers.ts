import type { Knex } from 'knex';
import { insertMany } from '../../db/many.ts';
import type { LeaversPolicy } from '../schemas.ts';

/** Until somebody says otherwise accounts of leavers are not closed. */
const usual: LeaversPolicy = { closeAfterDays: null, revision: 0 };

export const leaversPolicy = async (db: Knex): Promise<LeaversPolicy> =>
  (await db('year_policy').where({ id: 1 }).first<LeaversPolicy | undefined>('closeAfterDays', 'revision')) ?? usual;

/** Stores the policy at a revision; false when somebody stored another one meanwhile. */
export async function putLeaversPolicy(trx: Knex.Transaction, { closeAfterDays, revision }: LeaversPolicy) {
  if (revision === 1) {
    const made: unknown[] = await trx('year_policy')
      .insert({ id: 1, closeAfterDays, revision })
      .onConflict('id')
      .ignore()
      .returning('revision');
    return made.length > 0;
  }
  const changed = await trx('year_policy')
    .where({ id: 1, revision: revision - 1 })
    .update({ closeAfterDays, revision });
  return changed > 0;
}

export interface ClosedRow {
  readonly changeId: string;
  readonly personId: string;
  readonly closedAt: Date;
}

export const insertClosed = (trx: Knex.Transaction, rows: readonly ClosedRow[]): Promise<void> =>
  insertMany(trx, 'year_closed', rows);

/** Whose accounts were closed because of these changes of year. */
export const closedOf = (db: Knex, changeIds: readonly string[]): Promise<ClosedRow[]> =>
  db('year_closed')
    .whereIn('changeId', [...changeIds])
    .select('changeId', 'personId', 'closedAt');

export const forgetClosed = (trx: Knex.Transaction, changeId: string): Promise<number> =>
  trx('year_closed').where({ changeId }).delete();
