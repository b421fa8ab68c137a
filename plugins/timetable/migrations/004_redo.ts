import type { Migration } from '../../../server/host/plugin.ts';

/** Which revision took a step back, so that it can be done again as long as nothing else was done since. */
export const redoColumn: Migration = {
  name: '004_redo',
  up: async (db) => {
    await db.schema.alterTable('timetable_draft_step', (t) => {
      t.integer('undone_revision');
    });
  },
  down: async (db) => {
    await db.schema.alterTable('timetable_draft_step', (t) => {
      t.dropColumn('undone_revision');
    });
  },
};
