import type { Migration } from '../../../server/host/plugin.ts';

/** A message kept for later may answer another one; its files belong to it by their links. */
export const later: Migration = {
  name: '004_later',
  up: async (db) => {
    await db.schema.alterTable('messages_scheduled', (t) => {
      t.uuid('reply_to_id');
    });
  },
  down: async (db) => {
    await db.schema.alterTable('messages_scheduled', (t) => {
      t.dropColumn('reply_to_id');
    });
  },
};
