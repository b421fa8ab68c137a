import type { Knex } from 'knex';

/** The shared resource of meeting rooms in the ledger. */
export interface RoomPool {
  readonly id: string;
  readonly capacity: number;
}

export const roomPool = (db: Knex): Promise<RoomPool | undefined> => db('timetable_room_pool').first('id', 'capacity');

export async function putRoomPool(db: Knex, pool: RoomPool): Promise<void> {
  await db('timetable_room_pool').insert(pool).onConflict('id').merge(['capacity']);
}
