import type { Knex } from 'knex';
import { idList, insertMany } from '../../db/many.ts';

export interface MetRow {
  readonly studentId: string;
  readonly withId: string | null;
  readonly itemId: string | null;
  readonly metOn: string;
  readonly notedById: string | null;
}

export const metBy = (db: Knex, studentIds: readonly string[]): Promise<MetRow[]> =>
  db('introductions_met')
    .whereIn('studentId', idList(db, studentIds))
    .select<MetRow[]>('studentId', 'withId', 'itemId', 'metOn', 'notedById');

/** Noting twice changes nothing: the first word stays. */
export const insertMet = (
  db: Knex,
  rows: readonly (MetRow & { readonly id: string; readonly notedAt: Date })[],
): Promise<void> =>
  rows.length === 0 ? Promise.resolve() : insertMany(db, 'introductions_met', rows, { take: 'ignore' });

export const deleteMet = (
  db: Knex,
  { studentId, withId, itemId }: Pick<MetRow, 'studentId' | 'withId' | 'itemId'>,
): Promise<number> => db('introductions_met').where({ studentId, withId, itemId }).delete();

export interface ItemRow {
  readonly id: string;
  readonly label: string;
}

/** As they are stored; `labelFor` says them in the reader's language. */
export const items = (db: Knex): Promise<ItemRow[]> =>
  db('introductions_item').orderBy('position').select<ItemRow[]>('id', 'label');

/** Puts these items in place of those before; those that stay keep what was noted of them. */
export async function replaceItems(db: Knex, wanted: readonly ItemRow[]): Promise<void> {
  await db('introductions_item')
    .whereNotIn(
      'id',
      wanted.map(({ id }) => id),
    )
    .delete();
  // Positions are unique: those that stay first make room.
  await db('introductions_item').update({ position: db.raw('-position - 1') });
  const rows = wanted.map((item, position) => ({ ...item, position }));
  if (rows.length > 0) await insertMany(db, 'introductions_item', rows, { on: ['id'], take: ['label', 'position'] });
}
