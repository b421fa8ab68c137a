import { idColumn, instant, localDate, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** Days on which a teacher is away, and what was done with the lessons, so that it can be undone. */
export const teacherAbsenceTables: Migration = {
  name: '009_teacher_absences',
  async up(db, dialect) {
    await db.schema.createTable('timetable_teacher_absence', (t) => {
      idColumn(t);
      reference(t, 'teacher_id', 'people_person').notNullable().index();
      localDate(t, 'from_on').notNullable();
      localDate(t, 'until_on').notNullable();
      reference(t, 'made_by_id', 'people_person').notNullable();
      instant(t, 'made_at', dialect).notNullable();
      instant(t, 'undone_at', dialect);
      t.check('from_on <= until_on', [], 'timetable_teacher_absence_days');
    });
    await db.schema.createTable('timetable_teacher_absence_lesson', (t) => {
      reference(t, 'absence_id', 'timetable_teacher_absence').notNullable().onDelete('cascade');
      reference(t, 'lesson_id', 'timetable_lesson').notNullable().index();
      t.text('what').notNullable();
      t.integer('revision').notNullable();
      t.primary(['absence_id', 'lesson_id']);
      t.check("what in ('substitute', 'move', 'cancel')", [], 'timetable_teacher_absence_lesson_what');
    });
  },
  async down(db) {
    await db.schema.dropTable('timetable_teacher_absence_lesson').dropTable('timetable_teacher_absence');
  },
};
