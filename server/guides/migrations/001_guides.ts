import { idColumn, instant, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Guides as the school has changed them; every version stays. */
export const guideTables: Migration = {
  name: '001_guides',
  up: async (db, dialect) => {
    await db.schema.createTable('guides_version', (t) => {
      idColumn(t);
      t.text('audience').notNullable();
      t.text('language').notNullable();
      t.integer('revision').notNullable();
      t.text('source').notNullable();
      reference(t, 'changed_by_id', 'people_person').nullable().index().onDelete('set null');
      instant(t, 'changed_at', dialect).notNullable();
      t.unique(['audience', 'language', 'revision'], { indexName: 'guides_version_revision_unique' });
      t.check("audience in ('student', 'guardian', 'teacher', 'tutor')", [], 'guides_version_audience');
      t.check("language in ('ru', 'es', 'en')", [], 'guides_version_language');
      t.check('revision > 0', [], 'guides_version_revision');
    });
  },
  down: async (db) => {
    await db.schema.dropTable('guides_version');
  },
};
