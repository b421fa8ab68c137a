import { json } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** What imports have brought so far: the last values that a file gave of each thing. */
export const importMemory: Migration = {
  name: '001_memory',
  async up(db) {
    await db.schema.createTable('import_memory', (t) => {
      t.text('kind').notNullable();
      t.text('key').notNullable();
      json(t, 'fields_json').notNullable();
      t.primary(['kind', 'key']);
    });
  },
  async down(db) {
    await db.schema.dropTable('import_memory');
  },
};
