import { idColumn, instant, localDate } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Who saw what of whom: one row for a reader, a person, a kind of data and a day. */
export const views: Migration = {
  name: '20261129_views',
  async up(db, dialect) {
    await db.schema.createTable('audit_view', (t) => {
      idColumn(t);
      t.uuid('actor_id').notNullable();
      t.uuid('about_person_id').notNullable();
      t.text('what').notNullable();
      localDate(t, 'seen_on').notNullable();
      instant(t, 'first_at', dialect).notNullable();
      instant(t, 'last_at', dialect).notNullable();
      t.integer('times').notNullable();
      t.unique(['about_person_id', 'actor_id', 'what', 'seen_on'], { indexName: 'audit_view_once_unique' });
      t.index(['about_person_id', 'last_at']);
      t.check('times > 0', [], 'audit_view_times');
    });
    await db.schema.alterTable('audit_entry', (t) => {
      t.index(['about_person_id', 'happened_at']);
    });
  },
  async down(db) {
    await db.schema.alterTable('audit_entry', (t) => {
      t.dropIndex(['about_person_id', 'happened_at']);
    });
    await db.schema.dropTable('audit_view');
  },
};
