import { idColumn, instant, localDate, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** Weekly progress notes, and who has confirmed that they read one. */
export const noteTables: Migration = {
  name: '002_notes',
  up: async (db, dialect) => {
    await db.schema.createTable('forum_note', (t) => {
      idColumn(t);
      t.uuid('student_id').notNullable();
      t.foreign('student_id').references('person_id').inTable('people_student').onDelete('cascade');
      // The Monday of the week.
      localDate(t, 'week_on').notNullable();
      // What the tutor adds to the sections; the sections are composed anew until it is posted.
      t.text('remark').notNullable();
      t.integer('revision').notNullable().defaultTo(1);
      reference(t, 'written_by_id', 'people_person').index();
      instant(t, 'written_at', dialect).notNullable();
      reference(t, 'post_id', 'forum_post').onDelete('cascade').unique();
      t.unique(['student_id', 'week_on'], { indexName: 'forum_note_week_on_unique' });
    });
    await db.schema.createTable('forum_receipt', (t) => {
      reference(t, 'post_id', 'forum_post').notNullable().onDelete('cascade');
      reference(t, 'person_id', 'people_person').notNullable();
      instant(t, 'asked_at', dialect).notNullable();
      instant(t, 'confirmed_at', dialect);
      t.primary(['post_id', 'person_id']);
      t.index(['person_id', 'confirmed_at']);
    });
  },
  down: async (db) => {
    for (const table of ['receipt', 'note']) await db.schema.dropTable(`forum_${table}`);
  },
};
