import type { Knex } from 'knex';
import type { HealthNormsRow } from './healthNorms.ts';

export interface SchoolNormsRow extends HealthNormsRow {
  readonly homeSchoolId: string;
}

/** The norms of those of these home schools that have their own. */
export const schoolNorms = (db: Knex, homeSchoolIds: readonly string[]): Promise<readonly SchoolNormsRow[]> =>
  db('timetable_school_norms')
    .whereIn('homeSchoolId', [...homeSchoolIds])
    .orderBy('homeSchoolId')
    .select('homeSchoolId', 'normsJson', 'revision', 'changedById', 'changedAt');

/** Changes a home school's norms if they still have the revision before (0: there are none yet); false when somebody was faster. */
export async function putSchoolNorms(db: Knex, { homeSchoolId, ...row }: SchoolNormsRow): Promise<boolean> {
  const stored = { ...row, normsJson: JSON.stringify(row.normsJson) };
  const changed =
    row.revision === 1
      ? await db('timetable_school_norms')
          .insert({ homeSchoolId, ...stored })
          .onConflict('homeSchoolId')
          .ignore()
          .returning('revision')
      : await db('timetable_school_norms')
          .where({ homeSchoolId, revision: row.revision - 1 })
          .update(stored)
          .returning('revision');
  return changed.length > 0;
}

/** Takes a home school's own norms away, as they were seen; false when they are others by now, or gone. */
export const deleteSchoolNorms = async (db: Knex, homeSchoolId: string, revision: number): Promise<boolean> =>
  (await db('timetable_school_norms').where({ homeSchoolId, revision }).delete()) > 0;
