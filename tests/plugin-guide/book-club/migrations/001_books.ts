import { idColumn, instant, reference } from '../../../../server/db/columns.ts';
import type { Migration } from '../../../../server/host/plugin.ts';

export const books: Migration = {
  name: '001_books',
  up: async (db, dialect) => {
    await db.schema.createTable('book_club_book', (t) => {
      idColumn(t);
      reference(t, 'group_id', 'school_group').notNullable();
      t.string('title', 200).notNullable();
      instant(t, 'added_at', dialect).notNullable();
      t.unique(['group_id', 'title'], { indexName: 'book_club_book_title_unique' });
    });
  },
  down: async (db) => {
    await db.schema.dropTable('book_club_book');
  },
};
