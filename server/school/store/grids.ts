import type { Knex } from 'knex';
import type { GridPlace } from '../views.ts';

export const gridsOf = (db: Knex, groupIds: readonly string[]): Promise<GridPlace[]> =>
  db('school_grid_place')
    .whereIn('groupId', groupIds)
    .orderBy(['groupId', 'weekday', 'hour'])
    .select<GridPlace[]>('groupId', 'weekday', 'hour', 'startsTime', 'minutes');

/** Replaces a group's grid by other places. */
export async function replaceGrid(
  db: Knex,
  groupId: string,
  places: readonly Omit<GridPlace, 'groupId'>[],
): Promise<void> {
  await db('school_grid_place').where({ groupId }).delete();
  if (places.length > 0)
    await db.batchInsert(
      'school_grid_place',
      places.map((place) => ({ ...place, groupId })),
      200,
    );
}
