import { idColumn, instant, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Archives of what is kept about one person, while a job packs them and for some days after. */
export const archives: Migration = {
  name: '20261129_archives',
  async up(db, dialect) {
    await db.schema.createTable('privacy_archive', (t) => {
      idColumn(t);
      reference(t, 'person_id', 'people_person').notNullable().onDelete('cascade').index();
      reference(t, 'owner_id', 'people_person').notNullable().onDelete('cascade').index();
      instant(t, 'made_at', dialect).notNullable().index();
      t.uuid('job_id');
      // Bytes; null while it is being packed.
      t.integer('size');
    });
  },
  async down(db) {
    await db.schema.dropTable('privacy_archive');
  },
};
