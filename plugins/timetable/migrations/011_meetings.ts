import { flag, idColumn, instant, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** Meetings of any people: of a grade, about a student. Their time is taken in the ledger, as that of lessons is. */
export const meetingTables: Migration = {
  name: '011_meetings',
  async up(db, dialect) {
    await db.schema.createTable('timetable_meeting', (t) => {
      idColumn(t);
      t.text('title').notNullable();
      instant(t, 'starts_at', dialect).notNullable();
      instant(t, 'ends_at', dialect).notNullable();
      // Whose clock it was planned by; calendars keep it.
      t.text('zone').notNullable();
      t.text('state').notNullable().defaultTo('planned');
      t.integer('sequence').notNullable().defaultTo(0);
      t.integer('revision').notNullable().defaultTo(1);
      t.uuid('commitment_id').unique();
      // Null: it is held on the school's video server, if there is one.
      t.text('own_link');
      reference(t, 'made_by_id', 'people_person').notNullable();
      instant(t, 'made_at', dialect).notNullable();
      instant(t, 'changed_at', dialect).notNullable();
      t.index(['starts_at']);
      t.check('starts_at < ends_at', [], 'timetable_meeting_interval');
      t.check("state in ('planned', 'cancelled')", [], 'timetable_meeting_state');
      t.check("(state = 'planned') = (commitment_id is not null)", [], 'timetable_meeting_takes_time');
    });
    await db.schema.createTable('timetable_meeting_person', (t) => {
      reference(t, 'meeting_id', 'timetable_meeting').notNullable().onDelete('cascade');
      reference(t, 'person_id', 'people_person').notNullable().index();
      // Somebody who is elsewhere then is invited all the same, and takes no time for it.
      flag(t, 'is_expected').notNullable().defaultTo(true);
      t.primary(['meeting_id', 'person_id']);
    });
  },
  async down(db) {
    await db.schema.dropTable('timetable_meeting_person');
    await db.schema.dropTable('timetable_meeting');
  },
};
