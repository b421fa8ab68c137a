import { idColumn, instant, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Content, each once; files that people uploaded; and what has them. */
export const fileTables: Migration = {
  name: '001_files',
  up: async (db, dialect) => {
    await db.schema.createTable('files_blob', (t) => {
      idColumn(t);
      t.string('sha256', 64).notNullable().unique();
      t.integer('size').notNullable();
      t.text('media_type').notNullable();
      t.integer('width').nullable();
      t.integer('height').nullable();
      instant(t, 'stored_at', dialect).notNullable();
      t.check('size > 0', [], 'files_blob_size');
    });
    await db.schema.createTable('files_file', (t) => {
      idColumn(t);
      reference(t, 'blob_id', 'files_blob').notNullable().index();
      t.text('name').notNullable();
      reference(t, 'uploaded_by_id', 'people_person').nullable().index().onDelete('set null');
      instant(t, 'uploaded_at', dialect).notNullable();
    });
    await db.schema.createTable('files_link', (t) => {
      reference(t, 'file_id', 'files_file').notNullable().onDelete('cascade');
      t.text('owner').notNullable();
      t.text('owner_key').notNullable();
      instant(t, 'linked_at', dialect).notNullable();
      t.primary(['file_id', 'owner', 'owner_key']);
      t.index(['owner', 'owner_key']);
    });
  },
  down: async (db) => {
    await db.schema.dropTable('files_link').dropTable('files_file').dropTable('files_blob');
  },
};
