import { idColumn, instant, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** Who can no longer be online for lessons to come, as found when hours or groups changed. */
export const cannotJoinTable: Migration = {
  name: '010_cannot_join',
  async up(db, dialect) {
    await db.schema.createTable('timetable_cannot_join', (t) => {
      idColumn(t);
      reference(t, 'person_id', 'people_person').notNullable().onDelete('cascade');
      reference(t, 'course_id', 'school_course').notNullable().onDelete('cascade');
      reference(t, 'group_id', 'school_group').notNullable().index().onDelete('cascade');
      reference(t, 'first_lesson_id', 'timetable_lesson').notNullable().onDelete('cascade');
      t.integer('lessons').notNullable();
      instant(t, 'found_at', dialect).notNullable();
      t.unique(['person_id', 'course_id']);
      t.check('lessons > 0', [], 'timetable_cannot_join_lessons');
    });
  },
  async down(db) {
    await db.schema.dropTable('timetable_cannot_join');
  },
};
