import type { Knex } from 'knex';
import { deleteMany, insertMany } from '../../db/many.ts';
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
  await replaceGrids(db, [{ groupId, places }]);
}

/** Replaces the grids of several groups. */
export async function replaceGrids(
  db: Knex,
  grids: readonly { readonly groupId: string; readonly places: readonly Omit<GridPlace, 'groupId'>[] }[],
): Promise<void> {
  await deleteMany(
    db,
    'school_grid_place',
    grids.map(({ groupId }) => ({ groupId })),
  );
  await insertMany(
    db,
    'school_grid_place',
    grids.flatMap(({ groupId, places }) => places.map((place) => ({ ...place, groupId }))),
  );
}
