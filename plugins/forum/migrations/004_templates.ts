import { idColumn, instant, json, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** Templates of letters in up to three languages, each change a version of its own; letters have a title in their reader's language. */
export const templateTables: Migration = {
  name: '004_templates',
  up: async (db, dialect) => {
    await db.schema.createTable('forum_template', (t) => {
      idColumn(t);
      reference(t, 'made_by_id', 'people_person').index();
      instant(t, 'made_at', dialect).notNullable();
      instant(t, 'retired_at', dialect);
    });
    await db.schema.createTable('forum_template_version', (t) => {
      reference(t, 'template_id', 'forum_template').notNullable().onDelete('cascade');
      t.integer('revision').notNullable();
      json(t, 'texts_json').notNullable();
      reference(t, 'saved_by_id', 'people_person').index();
      instant(t, 'saved_at', dialect).notNullable();
      t.unique(['template_id', 'revision'], { indexName: 'forum_template_version_revision_unique' });
      t.check('revision > 0', [], 'forum_template_version_revision');
    });
    // Null: the title of the mailing.
    await db.schema.alterTable('forum_letter', (t) => void t.string('title', 200));
  },
  down: async (db) => {
    await db.schema.alterTable('forum_letter', (t) => void t.dropColumn('title'));
    await db.schema.dropTable('forum_template_version').dropTable('forum_template');
  },
};
