import { flag, idColumn, instant, json, localDate, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** What people say of themselves, what newcomers are to learn, and whom they have met. */
export const introductionTables: Migration = {
  name: '001_introductions',
  up: async (db, dialect) => {
    await db.schema.createTable('introductions_profile', (t) => {
      t.uuid('person_id').primary().references('id').inTable('people_person').onDelete('cascade');
      t.text('about');
      json(t, 'hours_json').notNullable();
      flag(t, 'has_photo').notNullable().defaultTo(false);
      reference(t, 'consent_by_id', 'people_person').index().onDelete('set null');
      instant(t, 'consent_at', dialect);
      t.integer('revision').notNullable().defaultTo(1);
    });
    await db.schema.createTable('introductions_item', (t) => {
      idColumn(t);
      t.text('label').notNullable();
      t.smallint('position').notNullable();
      t.unique(['position'], { indexName: 'introductions_item_position_unique' });
      t.check("trim(label) <> ''", [], 'introductions_item_label');
    });
    await db.schema.createTable('introductions_met', (t) => {
      idColumn(t);
      reference(t, 'student_id', 'people_person').notNullable().onDelete('cascade');
      reference(t, 'with_id', 'people_person').index().onDelete('cascade');
      reference(t, 'item_id', 'introductions_item').index().onDelete('cascade');
      localDate(t, 'met_on').notNullable();
      reference(t, 'noted_by_id', 'people_person').index().onDelete('set null');
      instant(t, 'noted_at', dialect).notNullable();
      t.unique(['student_id', 'with_id'], { indexName: 'introductions_met_with_id_unique' });
      t.unique(['student_id', 'item_id'], { indexName: 'introductions_met_item_id_unique' });
      t.check('(with_id is null) <> (item_id is null)', [], 'introductions_met_one');
    });
  },
  down: async (db) => {
    for (const table of ['met', 'item', 'profile']) await db.schema.dropTable(`introductions_${table}`);
  },
};
