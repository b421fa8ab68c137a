import { idColumn, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** Where a group, or a teacher, wants lessons to be held, when it is not where the school usually holds them. */
export const roomChoiceTable: Migration = {
  name: '013_room_choices',
  async up(db) {
    await db.schema.createTable('timetable_room_choice', (t) => {
      idColumn(t);
      reference(t, 'group_id', 'school_group').unique().onDelete('cascade');
      reference(t, 'teacher_id', 'people_person').unique().onDelete('cascade');
      t.text('provider').notNullable();
      t.text('link');
      t.integer('revision').notNullable().defaultTo(1);
      t.check('(group_id is null) <> (teacher_id is null)', [], 'timetable_room_choice_owner');
      t.check("provider in ('usual', 'jitsi', 'bigbluebutton', 'link')", [], 'timetable_room_choice_provider');
      t.check("(provider = 'link') = (link is not null)", [], 'timetable_room_choice_link');
    });
  },
  async down(db) {
    await db.schema.dropTable('timetable_room_choice');
  },
};
