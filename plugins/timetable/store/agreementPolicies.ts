import type { Knex } from 'knex';
import type { Silence } from '../domain/agreement/silence.ts';

export interface StoredSilence extends Silence {
  readonly homeSchoolId: string;
  readonly revision: number;
}

export const silences = (db: Knex, homeSchoolIds: readonly string[]): Promise<readonly StoredSilence[]> =>
  db('timetable_agreement_policy')
    .whereIn('homeSchoolId', [...homeSchoolIds])
    .select('homeSchoolId', 'silenceDays', 'revision');

/** Stores what a school wants at a revision; false when somebody stored another one meanwhile. */
export async function putSilence(trx: Knex.Transaction, silence: StoredSilence): Promise<boolean> {
  const { homeSchoolId, revision, silenceDays } = silence;
  if (revision === 1) {
    const made: unknown[] = await trx('timetable_agreement_policy')
      .insert(silence)
      .onConflict('homeSchoolId')
      .ignore()
      .returning('revision');
    return made.length > 0;
  }
  const changed = await trx('timetable_agreement_policy')
    .where({ homeSchoolId, revision: revision - 1 })
    .update({ silenceDays, revision });
  return changed > 0;
}
