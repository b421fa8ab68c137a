import { idColumn, instant, json } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

export const idempotency: Migration = {
  name: '20261122_idempotency',
  up: async (db, dialect) => {
    await db.schema.createTable('http_idempotency', (t) => {
      idColumn(t);
      t.uuid('actor_id').notNullable();
      t.text('route').notNullable();
      t.string('key', 100).notNullable();
      t.string('body_hash', 64).notNullable();
      t.integer('status').notNullable();
      json(t, 'reply_json').notNullable();
      instant(t, 'created_at', dialect).notNullable().index();
      t.unique(['actor_id', 'route', 'key']);
    });
  },
  down: async (db) => {
    await db.schema.dropTable('http_idempotency');
  },
};
