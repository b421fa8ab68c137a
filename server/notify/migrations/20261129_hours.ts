import { flag, instant, reference, wallTime } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** When people do not want to be disturbed, and what is usual in each home school. */
export const quietHours: Migration = {
  name: '20261129_hours',
  async up(db, dialect) {
    await db.schema.createTable('notify_person', (t) => {
      reference(t, 'person_id', 'people_person').primary().onDelete('cascade');
      flag(t, 'is_always_open').notNullable().defaultTo(false);
      wallTime(t, 'quiet_from_time').nullable();
      wallTime(t, 'quiet_to_time').nullable();
      instant(t, 'changed_at', dialect).notNullable();
      t.check('(quiet_from_time is null) = (quiet_to_time is null)', [], 'notify_person_quiet');
    });
    await db.schema.createTable('notify_home_school', (t) => {
      reference(t, 'home_school_id', 'school_home_school').primary().onDelete('cascade');
      wallTime(t, 'quiet_from_time').notNullable();
      wallTime(t, 'quiet_to_time').notNullable();
      instant(t, 'changed_at', dialect).notNullable();
    });
  },
  async down(db) {
    await db.schema.dropTable('notify_home_school').dropTable('notify_person');
  },
};
