import { idColumn, instant, json, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Sheets of cards, while a job draws them and until a day later. */
export const sheets: Migration = {
  name: '20261129_sheets',
  async up(db, dialect) {
    await db.schema.createTable('auth_sheet', (t) => {
      idColumn(t);
      reference(t, 'owner_id', 'people_person').notNullable().onDelete('cascade').index();
      t.text('heading').notNullable();
      json(t, 'code_ids_json').notNullable();
      t.text('language').notNullable();
      t.text('zone').notNullable();
      instant(t, 'made_at', dialect).notNullable().index();
      t.uuid('job_id');
      // The PDF holds codes: it is sealed for its owner.
      t.text('content_sealed');
    });
  },
  async down(db) {
    await db.schema.dropTable('auth_sheet');
  },
};
