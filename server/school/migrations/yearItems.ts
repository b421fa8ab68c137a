import type { Knex } from 'knex';
import { flag, idColumn, json, localDate, reference } from '../../db/columns.ts';

/** What each thing was before a change of year, and became. */
export async function createYearItems(db: Knex, kinds: readonly string[]): Promise<void> {
  await db.schema.createTable('school_year_item', (t) => {
    idColumn(t);
    reference(t, 'change_id', 'school_year_change').notNullable().index().onDelete('cascade');
    t.integer('place').notNullable();
    t.text('kind').notNullable();
    t.uuid('entity_id').notNullable();
    t.uuid('owner_id').nullable();
    localDate(t, 'from_on').nullable();
    json(t, 'before_json').notNullable();
    json(t, 'after_json').notNullable();
    flag(t, 'is_kept').notNullable().defaultTo(false);
    t.index(['kind', 'entity_id']);
    t.check(`kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})`, [], 'school_year_item_kind');
  });
}
