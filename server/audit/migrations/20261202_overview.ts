import { flag } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** The whole record is read by time and by actor; some of what is kept is for staff alone. */
export const overview: Migration = {
  name: '20261202_overview',
  async up(db) {
    await db.schema.alterTable('audit_entry', (t) => {
      flag(t, 'is_for_staff').notNullable().defaultTo(false);
    });
    await db.schema.alterTable('audit_view', (t) => {
      t.index(['last_at']);
      t.index(['actor_id', 'last_at']);
    });
  },
  async down(db) {
    await db.schema.alterTable('audit_view', (t) => {
      t.dropIndex(['actor_id', 'last_at']);
      t.dropIndex(['last_at']);
    });
    // The databases' own statement: knex would make SQLite's table anew, without its checks.
    await db.raw('alter table audit_entry drop column is_for_staff');
  },
};
