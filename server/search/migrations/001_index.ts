import { reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Which document has which terms: by place and term, newest first, so that a page of hits is the end of a range. */
export const searchTables: Migration = {
  name: '001_index',
  up: async (db, dialect) => {
    await db.schema.createTable('search_place', (t) => {
      t.increments('id');
      t.text('owner').notNullable();
      t.text('key').notNullable();
      t.unique(['owner', 'key'], { indexName: 'search_place_key_unique' });
    });
    await db.schema.createTable('search_document', (t) => {
      t.increments('id');
      t.text('owner').notNullable();
      t.text('key').notNullable();
      t.integer('place_id').notNullable().references('id').inTable('search_place');
      reference(t, 'author_id', 'people_person').index();
      t.unique(['owner', 'key'], { indexName: 'search_document_key_unique' });
    });
    // Numbers only, and on SQLite no second copy of the key: there are some thirty rows to a document.
    await db.raw(`create table search_term (
        place_id integer not null references search_place (id),
        term text ${dialect === 'postgres' ? 'collate "C" ' : ''}not null,
        document_id integer not null references search_document (id) on delete cascade,
        primary key (place_id, term, document_id)
      )${dialect === 'sqlite' ? ' without rowid' : ''}`);
    await db.raw('create index search_term_document on search_term (document_id)');
  },
  down: async (db) => {
    for (const table of ['term', 'document', 'place']) await db.schema.dropTable(`search_${table}`);
  },
};
