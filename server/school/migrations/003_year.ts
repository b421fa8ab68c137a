import { idColumn, instant, json, localDate, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';
import { createYearItems } from './yearItems.ts';

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
    await createYearItems(db, ['group', 'grade', 'course', 'member', 'part', 'tutor', 'arrival']);
  },
  async down(db) {
    await db.schema.dropTable('school_year_item');
    await db.schema.dropTable('school_year_change');
  },
};
