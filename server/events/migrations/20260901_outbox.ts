import { idColumn, instant, json } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

export const outbox: Migration = {
  name: '20260901_outbox',
  async up(db, dialect) {
    await db.schema.createTable('events_event', (t) => {
      idColumn(t);
      t.text('name').notNullable();
      instant(t, 'happened_at', dialect).notNullable().index();
      t.uuid('actor_id').nullable();
      t.text('stream').notNullable();
      json(t, 'payload_json').notNullable();
    });
    await db.schema.createTable('events_delivery', (t) => {
      // Drawn while the stream is locked, so that within a stream it follows the order of commits.
      t.bigIncrements('position');
      t.uuid('event_id').notNullable().references('id').inTable('events_event').index();
      t.text('reaction').notNullable();
      t.text('stream').notNullable();
      t.text('state').notNullable().checkIn(['waiting', 'failed']);
      t.integer('attempts').notNullable().defaultTo(0);
      instant(t, 'due_at', dialect).notNullable();
      t.text('failure').nullable();
      t.unique(['reaction', 'event_id']);
      t.index(['reaction', 'stream', 'position']);
      t.index(['state', 'due_at']);
    });
  },
  async down(db) {
    await db.schema.dropTable('events_delivery').dropTable('events_event');
  },
};
