import { idColumn, instant, json } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

export const notices: Migration = {
  name: '20260901_notices',
  async up(db, dialect) {
    await db.schema.createTable('notify_notice', (t) => {
      idColumn(t);
      t.uuid('person_id').notNullable();
      t.text('kind').notNullable();
      t.uuid('about_person_id').nullable().index();
      json(t, 'params_json').notNullable();
      t.text('link').notNullable();
      t.text('dedupe_key').notNullable();
      instant(t, 'created_at', dialect).notNullable();
      instant(t, 'read_at', dialect).nullable();
      t.unique(['person_id', 'dedupe_key']);
      t.index(['person_id', 'created_at', 'id']);
    });
  },
  async down(db) {
    await db.schema.dropTable('notify_notice');
  },
};
