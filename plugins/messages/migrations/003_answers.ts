import { instant } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** Messages that could not wait for the morning, and conversations in which a family waits for an answer. */
export const answers: Migration = {
  name: '003_answers',
  up: async (db, dialect) => {
    await db.schema.alterTable('messages_message', (t) => {
      // Why it could not wait, in its author's words.
      t.text('urgent_reason');
    });
    await db.schema.alterTable('messages_thread', (t) => {
      // Since when somebody of a family has had no answer of the staff.
      instant(t, 'asked_at', dialect);
    });
    await db.raw('create index messages_thread_asked on messages_thread (asked_at) where asked_at is not null');
  },
  down: async (db) => {
    await db.raw('drop index messages_thread_asked');
    await db.schema.alterTable('messages_thread', (t) => {
      t.dropColumn('asked_at');
    });
    await db.schema.alterTable('messages_message', (t) => {
      t.dropColumn('urgent_reason');
    });
  },
};
