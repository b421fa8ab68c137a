import type { Knex } from 'knex';
import type { Many } from '../../db/laid.ts';
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

/** The whole grid of a group. */
export interface Grid {
  readonly groupId: string;
  readonly places: readonly Omit<GridPlace, 'groupId'>[];
}

export const gridTable = 'school_grid_place';

/** Grids as rows of their table. */
export const placesOf = (grids: readonly Grid[]): GridPlace[] =>
  grids.flatMap(({ groupId, places }) => places.map((place) => ({ ...place, groupId })));

/** Replaces the grids of several groups. */
export async function replaceGrids(db: Knex, grids: readonly Grid[], places: Many = placesOf(grids)): Promise<void> {
  await deleteMany(
    db,
    gridTable,
    grids.map(({ groupId }) => ({ groupId })),
  );
  await insertMany(db, gridTable, places);
}
