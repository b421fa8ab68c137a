import { flag, idColumn, instant, json, localDate, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Changes of the school year, with what each thing was and became: for undo, and as history. */
export const yearTables: Migration = {
  name: '003_year',
  async up(db, dialect) {
    await db.schema.createTable('school_year_change', (t) => {
      idColumn(t);
      localDate(t, 'begins_on').notNullable();
      reference(t, 'made_by_id', 'people_person').nullable().index();
      instant(t, 'made_at', dialect).notNullable();
      instant(t, 'undone_at', dialect).nullable();
      json(t, 'counts_json').notNullable();
    });
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
      t.check(
        "kind in ('group', 'grade', 'course', 'member', 'part', 'tutor', 'arrival')",
        [],
        'school_year_item_kind',
      );
    });
  },
  async down(db) {
    await db.schema.dropTable('school_year_item');
    await db.schema.dropTable('school_year_change');
  },
};
