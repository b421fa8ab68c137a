import { flag, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Of which course a course is a part, so that a split can be taken back. */
export const courseParts: Migration = {
  name: '006_course_parts',
  up: async (db) => {
    await db.schema.createTable('school_course_part', (t) => {
      t.uuid('part_course_id').primary().references('school_course.id').onDelete('cascade');
      reference(t, 'course_id', 'school_course').notNullable().index();
      flag(t, 'is_new_subgroup').notNullable();
    });
  },
  down: async (db) => {
    await db.schema.dropTable('school_course_part');
  },
};
