import { idColumn, instant, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** How long people were in the rooms of their lessons, as the provider told afterwards. */
export const attendanceTable: Migration = {
  name: '001_attendance',
  up: async (db, dialect) => {
    await db.schema.createTable('rooms_attendance', (t) => {
      idColumn(t);
      t.uuid('room_id').notNullable();
      reference(t, 'person_id', 'people_person').notNullable().index().onDelete('cascade');
      instant(t, 'joined_at', dialect).notNullable();
      t.integer('seconds').notNullable();
      t.unique(['room_id', 'person_id'], { indexName: 'rooms_attendance_room_unique' });
      t.check('seconds >= 0', [], 'rooms_attendance_seconds');
    });
  },
  down: async (db) => {
    await db.schema.dropTable('rooms_attendance');
  },
};
