import { instant, json, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** Health norms of home schools that have their own. */
export const schoolNormsTable: Migration = {
  name: '015_schoolNorms',
  up: async (db, dialect) => {
    await db.schema.createTable('timetable_school_norms', (t) => {
      reference(t, 'home_school_id', 'school_home_school').primary().onDelete('cascade');
      json(t, 'norms_json').notNullable();
      t.integer('revision').notNullable().defaultTo(1);
      reference(t, 'changed_by_id', 'people_person').notNullable();
      instant(t, 'changed_at', dialect).notNullable();
    });
  },
  down: async (db) => {
    await db.schema.dropTable('timetable_school_norms');
  },
};
