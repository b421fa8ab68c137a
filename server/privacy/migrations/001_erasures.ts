import { instant } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Who was erased and when, by ids alone. */
export const erasures: Migration = {
  name: '001_erasures',
  up: async (db, dialect) => {
    await db.schema.createTable('privacy_erasure', (t) => {
      t.uuid('person_id').primary();
      instant(t, 'erased_at', dialect).notNullable();
      t.uuid('erased_by_id').nullable();
    });
  },
  down: async (db) => {
    await db.schema.dropTable('privacy_erasure');
  },
};
