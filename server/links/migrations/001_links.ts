import { idColumn, instant, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Links by which people decide something from a mail. */
export const linkTable: Migration = {
  name: '001_links',
  up: async (db, dialect) => {
    await db.schema.createTable('links_link', (t) => {
      idColumn(t);
      t.text('kind').notNullable();
      reference(t, 'person_id', 'people_person').notNullable().index().onDelete('cascade');
      t.text('subject').notNullable();
      t.string('token_hash', 64).notNullable().unique();
      instant(t, 'made_at', dialect).notNullable();
      instant(t, 'expires_at', dialect).notNullable();
      instant(t, 'used_at', dialect).nullable();
      t.text('choice').nullable();
      instant(t, 'revoked_at', dialect).nullable();
      t.index(['kind', 'subject']);
      t.check('length(token_hash) = 64', [], 'links_link_hash');
      t.check('(used_at is null) = (choice is null)', [], 'links_link_used');
      t.check('used_at is null or revoked_at is null', [], 'links_link_one_end');
    });
  },
  down: async (db) => {
    await db.schema.dropTable('links_link');
  },
};
