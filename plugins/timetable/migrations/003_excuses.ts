import { idColumn, instant, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** Published lessons that a student need not attend, and what is given instead. */
export const excuseTable: Migration = {
  name: '003_excuses',
  async up(db, dialect) {
    await db.schema.createTable('timetable_excuse', (t) => {
      idColumn(t);
      reference(t, 'lesson_id', 'timetable_lesson').notNullable().onDelete('cascade');
      t.uuid('student_id').notNullable().index();
      t.foreign('student_id').references('person_id').inTable('people_student');
      t.text('substitute_kind').notNullable();
      t.text('substitute_text').notNullable();
      reference(t, 'accepted_by_id', 'people_person').notNullable();
      instant(t, 'accepted_at', dialect).notNullable();
      reference(t, 'publication_id', 'timetable_publication').notNullable().index();
      // No reference back: what ended it is only told of.
      t.uuid('ended_publication_id').index();
      t.check(
        "substitute_kind in ('recording', 'consultation', 'individual-lesson', 'other')",
        [],
        'timetable_excuse_substitute',
      );
      t.check("trim(substitute_text) <> ''", [], 'timetable_excuse_substitute_said');
    });
    await db.raw(`create unique index timetable_excuse_once on timetable_excuse (lesson_id, student_id)
      where ended_publication_id is null`);
  },
  async down(db) {
    await db.schema.dropTable('timetable_excuse');
  },
};
