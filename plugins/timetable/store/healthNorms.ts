import type { Knex } from 'knex';
import type { HealthNorms } from '../domain/norms/healthNorms.ts';

export interface HealthNormsRow {
  readonly normsJson: HealthNorms;
  readonly revision: number;
  readonly changedById: string;
  readonly changedAt: Date;
}

const onlyRow = { id: 1 };

export const healthNorms = (db: Knex): Promise<HealthNormsRow | undefined> =>
  db('timetable_health_norms').where(onlyRow).first('normsJson', 'revision', 'changedById', 'changedAt');

/** Changes the norms if they still have the revision before (0: there are none yet); false when somebody was faster. */
export async function putHealthNorms(db: Knex, row: HealthNormsRow): Promise<boolean> {
  const stored = { ...row, normsJson: JSON.stringify(row.normsJson) };
  const changed =
    row.revision === 1
      ? await db('timetable_health_norms')
          .insert({ ...onlyRow, ...stored })
          .onConflict('id')
          .ignore()
          .returning('id')
      : await db('timetable_health_norms')
          .where({ ...onlyRow, revision: row.revision - 1 })
          .update(stored)
          .returning('id');
  return changed.length > 0;
}
