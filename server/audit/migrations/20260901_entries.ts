import { idColumn, instant, json } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

export const entries: Migration = {
  name: '20260901_entries',
  async up(db, dialect) {
    await db.schema.createTable('audit_entry', (t) => {
      idColumn(t);
      instant(t, 'happened_at', dialect).notNullable().index();
      t.uuid('actor_id').nullable().index();
      t.text('act').notNullable();
      t.uuid('about_person_id').nullable().index();
      t.text('entity').notNullable();
      t.text('entity_id').notNullable();
      json(t, 'detail_json').notNullable();
      t.index(['entity', 'entity_id']);
    });
  },
  async down(db) {
    await db.schema.dropTable('audit_entry');
  },
};
