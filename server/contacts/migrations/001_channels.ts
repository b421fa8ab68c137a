import { flag, idColumn, instant, reference, wallTime } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Ways to reach people, in the order in which they want to be reached. */
export const channelTables: Migration = {
  name: '001_channels',
  up: async (db, dialect) => {
    await db.schema.createTable('contacts_channel', (t) => {
      idColumn(t);
      reference(t, 'person_id', 'people_person').notNullable().onDelete('cascade');
      t.smallint('position').notNullable();
      t.text('kind').notNullable();
      t.text('service');
      t.text('value').notNullable();
      t.text('purpose').notNullable();
      wallTime(t, 'best_from_time');
      wallTime(t, 'best_to_time');
      t.text('note');
      flag(t, 'is_public').notNullable().defaultTo(false);
      flag(t, 'is_main').notNullable().defaultTo(false);
      t.text('fault');
      t.text('fault_note');
      instant(t, 'wrong_since_at', dialect);
      reference(t, 'marked_by_id', 'people_person').index().onDelete('set null');
      t.unique(['person_id', 'position'], { indexName: 'contacts_channel_position_unique' });
      t.check("kind in ('email', 'phone', 'messenger')", [], 'contacts_channel_kind');
      t.check("(kind = 'messenger') = (service is not null)", [], 'contacts_channel_service');
      t.check("trim(value) <> ''", [], 'contacts_channel_value');
      t.check("purpose in ('any', 'urgent', 'study', 'papers')", [], 'contacts_channel_purpose');
      t.check('(best_from_time is null) = (best_to_time is null)', [], 'contacts_channel_hours');
      t.check("fault in ('bounced', 'wrong')", [], 'contacts_channel_fault');
      t.check('(fault is null) = (wrong_since_at is null)', [], 'contacts_channel_since');
    });
  },
  down: async (db) => {
    await db.schema.dropTable('contacts_channel');
  },
};
