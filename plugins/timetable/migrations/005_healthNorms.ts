import { instant, json, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** The one set of health norms of a school. */
export const healthNormsTable: Migration = {
  name: '005_healthNorms',
  up: async (db, dialect) => {
    await db.schema.createTable('timetable_health_norms', (t) => {
      t.smallint('id').primary();
      json(t, 'norms_json').notNullable();
      t.integer('revision').notNullable().defaultTo(1);
      reference(t, 'changed_by_id', 'people_person').notNullable();
      instant(t, 'changed_at', dialect).notNullable();
      t.check('id = 1', [], 'timetable_health_norms_single');
    });
  },
  down: async (db) => {
    await db.schema.dropTable('timetable_health_norms');
  },
};
