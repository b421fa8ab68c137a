import { idColumn, instant, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Addresses at which answers arrive, and what mail came in. */
export const inbound: Migration = {
  name: '002_inbound',
  up: async (db, dialect) => {
    await db.schema.createTable('mail_reply_address', (t) => {
      idColumn(t);
      reference(t, 'person_id', 'people_person').notNullable().onDelete('cascade');
      t.text('owner').notNullable();
      t.text('thing_key').notNullable();
      instant(t, 'used_at', dialect).notNullable();
      t.unique(['person_id', 'owner', 'thing_key'], { indexName: 'mail_reply_address_thing_unique' });
    });
    await db.schema.createTable('mail_received', (t) => {
      idColumn(t);
      t.text('fingerprint').notNullable().unique();
      reference(t, 'person_id', 'people_person').nullable().index().onDelete('cascade');
      t.text('outcome').notNullable();
      instant(t, 'received_at', dialect).notNullable().index();
    });
  },
  down: async (db) => {
    await db.schema.dropTable('mail_received').dropTable('mail_reply_address');
  },
};
