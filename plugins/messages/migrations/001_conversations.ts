import { flag, idColumn, instant, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** Conversations, who takes part, what was said, and how far each has read. */
export const conversations: Migration = {
  name: '001_conversations',
  up: async (db, dialect) => {
    await db.schema.createTable('messages_thread', (t) => {
      idColumn(t);
      t.text('kind').notNullable();
      // The student of a family or of a circle of staff, or the one whose conversation is supervised.
      reference(t, 'about_id', 'people_person').index();
      // The same people, or the same family, share one conversation.
      t.string('same_key', 64).notNullable();
      flag(t, 'is_supervised').notNullable();
      // Somebody in it is a student or a guardian: each sending asks anew whether they may talk.
      flag(t, 'is_guarded').notNullable();
      reference(t, 'created_by_id', 'people_person').notNullable();
      instant(t, 'created_at', dialect).notNullable();
      // Numbers every change: a message, an edit, a deletion.
      t.integer('last_seq').notNullable().defaultTo(0);
      instant(t, 'last_message_at', dialect);
      // Up to here those who had not read were told.
      t.integer('told_seq').notNullable().defaultTo(0);
      t.unique(['same_key'], { indexName: 'messages_thread_same_key_unique' });
      t.check("kind in ('people', 'family', 'staff')", [], 'messages_thread_kind');
      t.check("kind = 'people' or about_id is not null", [], 'messages_thread_about');
    });
    await db.raw('create index messages_thread_untold on messages_thread (id) where last_seq > told_seq');
    await db.schema.createTable('messages_member', (t) => {
      reference(t, 'thread_id', 'messages_thread').notNullable().onDelete('cascade');
      reference(t, 'person_id', 'people_person').notNullable().index();
      instant(t, 'joined_at', dialect).notNullable();
      t.primary(['thread_id', 'person_id']);
    });
    await db.schema.createTable('messages_message', (t) => {
      idColumn(t);
      reference(t, 'thread_id', 'messages_thread').notNullable().onDelete('cascade');
      reference(t, 'author_id', 'people_person').notNullable();
      // Made by the sender's device, so that sending again is no second message.
      t.uuid('client_id').notNullable();
      t.integer('seq').notNullable();
      t.integer('changed_seq').notNullable();
      t.text('text').notNullable();
      reference(t, 'reply_to_id', 'messages_message');
      instant(t, 'sent_at', dialect).notNullable();
      instant(t, 'edited_at', dialect);
      instant(t, 'deleted_at', dialect);
      t.unique(['thread_id', 'seq'], { indexName: 'messages_message_seq_unique' });
      t.unique(['thread_id', 'changed_seq'], { indexName: 'messages_message_changed_seq_unique' });
      t.unique(['author_id', 'client_id'], { indexName: 'messages_message_client_id_unique' });
      t.check('changed_seq >= seq', [], 'messages_message_order');
    });
    await db.schema.createTable('messages_mark', (t) => {
      reference(t, 'thread_id', 'messages_thread').notNullable().onDelete('cascade');
      reference(t, 'person_id', 'people_person').notNullable().index();
      t.integer('read_seq').notNullable();
      t.integer('delivered_seq').notNullable();
      t.primary(['thread_id', 'person_id']);
      t.check('delivered_seq >= read_seq', [], 'messages_mark_order');
    });
  },
  down: async (db) => {
    for (const table of ['messages_mark', 'messages_message', 'messages_member', 'messages_thread'])
      await db.schema.dropTable(table);
  },
};
