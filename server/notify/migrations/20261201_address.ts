import type { Migration } from '../../host/plugin.ts';

/** To which address mail failed, as a hash: a trouble ends when the person has another one. */
export const failedAddress: Migration = {
  name: '20261201_address',
  up: async (db) => {
    await db.schema.alterTable('notify_trouble', (t) => {
      t.text('address_hash').nullable();
    });
  },
  down: async (db) => {
    await db.schema.alterTable('notify_trouble', (t) => t.dropColumn('address_hash'));
  },
};
