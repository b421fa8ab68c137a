import { idColumn, instant, json, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Mails that wait, and what became of the others; how each person wants to get notices. */
export const outbox: Migration = {
  name: '001_outbox',
  up: async (db, dialect) => {
    await db.schema.createTable('mail_message', (t) => {
      idColumn(t);
      t.text('kind').notNullable();
      reference(t, 'person_id', 'people_person').nullable().index().onDelete('cascade');
      t.text('address').nullable();
      t.text('language').nullable();
      json(t, 'data_json').notNullable();
      t.text('dedupe_key').nullable().unique();
      t.text('state').notNullable();
      t.text('failure').nullable();
      t.integer('attempts').notNullable().defaultTo(0);
      instant(t, 'due_at', dialect).notNullable();
      instant(t, 'created_at', dialect).notNullable();
      instant(t, 'ended_at', dialect).nullable();
      t.index(['state', 'due_at']);
      t.check("state in ('waiting', 'sent', 'dropped', 'refused', 'given-up')", [], 'mail_message_state');
      t.check("(state = 'waiting') = (ended_at is null)", [], 'mail_message_ended');
      // What has been told is not kept: codes and names leave the database with the mail.
      t.check("state = 'waiting' or (data_json = '{}' and address is null)", [], 'mail_message_forgotten');
      t.check("state <> 'waiting' or (person_id is null) <> (address is null)", [], 'mail_message_one_recipient');
    });
    await db.schema.createTable('mail_choice', (t) => {
      reference(t, 'person_id', 'people_person').primary().onDelete('cascade');
      t.text('notices').notNullable();
      instant(t, 'changed_at', dialect).notNullable();
      t.check("notices in ('soon', 'daily', 'never')", [], 'mail_choice_notices');
    });
  },
  down: async (db) => {
    await db.schema.dropTable('mail_choice').dropTable('mail_message');
  },
};
