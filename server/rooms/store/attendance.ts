import type { Knex } from 'knex';
import type { Attendance } from '../api.ts';

export interface AttendanceRow extends Attendance {
  readonly id: string;
  readonly roomId: string;
}

/** Those of the ids that are people here: a meeting server tells what it was told by its visitors. */
export const knownPeople = async (db: Knex, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows: readonly { readonly id: string }[] = await db('people_person')
    .whereIn('id', [...ids])
    .select('id');
  return new Set(rows.map(({ id }) => id));
};

/** Stores who was there; what was told before of the same person and room is replaced. */
export async function saveAttendance(db: Knex, rows: readonly AttendanceRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db('rooms_attendance').insert(rows).onConflict(['roomId', 'personId']).merge(['joinedAt', 'seconds']);
}

export const attendanceOf = (db: Knex, roomId: string): Promise<readonly Attendance[]> =>
  db('rooms_attendance').where({ roomId }).orderBy('joinedAt').select('personId', 'joinedAt', 'seconds');
