import { instant } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** When those who manage requests heard that one was not answered in time. */
export const escalation: Migration = {
  name: '002_escalation',
  up: async (db, dialect) => {
    await db.schema.alterTable('help_request', (t) => {
      instant(t, 'escalated_at', dialect).nullable();
    });
  },
  down: async (db) => {
    // The databases' own statement: knex would make SQLite's table anew, without its checks.
    await db.raw('alter table help_request drop column escalated_at');
  },
};
