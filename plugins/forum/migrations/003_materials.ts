import { idColumn, instant, json, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** The shelf of a group, letters to its people, and packs of paper for those without internet. */
export const materialTables: Migration = {
  name: '003_materials',
  up: async (db, dialect) => {
    await db.schema.createTable('forum_material', (t) => {
      idColumn(t);
      reference(t, 'group_id', 'school_group').notNullable().onDelete('cascade').index();
      reference(t, 'course_id', 'school_course').onDelete('set null').index();
      t.string('title', 200).notNullable();
      t.text('text').notNullable();
      reference(t, 'added_by_id', 'people_person').index();
      instant(t, 'added_at', dialect).notNullable();
    });
    await db.schema.createTable('forum_mailing', (t) => {
      idColumn(t);
      reference(t, 'group_id', 'school_group').notNullable().onDelete('cascade').index();
      t.string('title', 200).notNullable();
      t.text('text').notNullable();
      reference(t, 'sent_by_id', 'people_person').index();
      instant(t, 'sent_at', dialect).notNullable();
    });
    await db.schema.createTable('forum_letter', (t) => {
      idColumn(t);
      reference(t, 'mailing_id', 'forum_mailing').notNullable().onDelete('cascade').index();
      reference(t, 'person_id', 'people_person').notNullable().index();
      t.uuid('student_id').index();
      t.foreign('student_id').references('person_id').inTable('people_student').onDelete('cascade');
      t.text('text').notNullable();
      // An authenticated read or a pressed button; loading a mail or its pictures never counts.
      instant(t, 'opened_at', dialect);
      instant(t, 'confirmed_at', dialect);
      t.uuid('help_id');
    });
    await db.schema.createTable('forum_pack', (t) => {
      idColumn(t);
      t.uuid('student_id').notNullable().index();
      t.foreign('student_id').references('person_id').inTable('people_student').onDelete('cascade');
      reference(t, 'group_id', 'school_group').notNullable().onDelete('cascade').index();
      json(t, 'material_ids_json').notNullable();
      t.text('note').notNullable();
      reference(t, 'made_by_id', 'people_person').index();
      instant(t, 'made_at', dialect).notNullable();
      instant(t, 'handed_at', dialect);
      instant(t, 'returned_at', dialect);
    });
  },
  down: async (db) => {
    for (const table of ['pack', 'letter', 'mailing', 'material']) await db.schema.dropTable(`forum_${table}`);
  },
};
