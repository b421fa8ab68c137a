import { json } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** A notice may grow while nobody has seen it: it keeps of how many things it tells. */
export const growing: Migration = {
  name: '20261202_growing',
  async up(db) {
    await db.schema.alterTable('notify_notice', (t) => {
      json(t, 'things_json').nullable();
    });
  },
  async down(db) {
    await db.schema.alterTable('notify_notice', (t) => t.dropColumn('things_json'));
  },
};
