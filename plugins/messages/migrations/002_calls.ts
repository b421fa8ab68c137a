import { flag, idColumn, instant, localDate, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** Files of messages, messages to be sent later, and the log of calls and visits. */
export const calls: Migration = {
  name: '002_calls',
  up: async (db, dialect) => {
    await db.schema.alterTable('messages_message', (t) => {
      // Few have files: the others need not be looked up.
      flag(t, 'has_files').notNullable().defaultTo(false);
    });
    await db.schema.createTable('messages_scheduled', (t) => {
      idColumn(t);
      reference(t, 'thread_id', 'messages_thread').notNullable().onDelete('cascade');
      reference(t, 'author_id', 'people_person').notNullable().index();
      // Becomes the message's, so that it is sent once.
      t.uuid('client_id').notNullable();
      t.text('text').notNullable();
      instant(t, 'send_at', dialect).notNullable().index();
      instant(t, 'created_at', dialect).notNullable();
      // Why it could not be sent when its time came: its author is no longer part of the conversation.
      flag(t, 'is_refused').notNullable().defaultTo(false);
      t.unique(['author_id', 'client_id'], { indexName: 'messages_scheduled_client_id_unique' });
    });
    await db.schema.createTable('messages_call', (t) => {
      idColumn(t);
      reference(t, 'student_id', 'people_person').notNullable().index();
      reference(t, 'noted_by_id', 'people_person').notNullable();
      t.uuid('client_id').notNullable();
      // The guardian or the student; empty for somebody else of the family.
      reference(t, 'with_id', 'people_person');
      t.text('how').notNullable();
      // An attempt is never a contact.
      flag(t, 'is_contact').notNullable();
      t.text('agreed').notNullable();
      t.text('next_step').notNullable();
      localDate(t, 'next_on');
      instant(t, 'happened_at', dialect).notNullable();
      instant(t, 'noted_at', dialect).notNullable();
      t.unique(['noted_by_id', 'client_id'], { indexName: 'messages_call_client_id_unique' });
      t.check("how in ('phone', 'video', 'visit', 'other')", [], 'messages_call_how');
    });
  },
  down: async (db) => {
    await db.schema.dropTable('messages_call');
    await db.schema.dropTable('messages_scheduled');
    await db.schema.alterTable('messages_message', (t) => {
      t.dropColumn('has_files');
    });
  },
};
