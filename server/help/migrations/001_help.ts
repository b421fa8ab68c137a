import { idColumn, instant, localDate, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Requests for help, and what was said and done about each. */
export const helpTables: Migration = {
  name: '001_help',
  up: async (db, dialect) => {
    await db.schema.createTable('help_request', (t) => {
      idColumn(t);
      t.text('kind').notNullable();
      t.text('state').notNullable();
      t.text('question').notNullable();
      reference(t, 'asked_by_id', 'people_person').notNullable().index();
      reference(t, 'about_id', 'people_person').nullable().index();
      reference(t, 'owner_id', 'people_person').nullable().index();
      reference(t, 'home_school_id', 'school_home_school').nullable().index();
      t.text('origin_title').nullable();
      t.text('origin_link').nullable();
      instant(t, 'asked_at', dialect).notNullable().index();
      localDate(t, 'due_on').notNullable();
      instant(t, 'done_at', dialect).nullable();
      t.integer('revision').notNullable().defaultTo(1);
      t.check("kind in ('question', 'technical', 'workplace', 'other')", [], 'help_request_kind');
      t.check("state in ('open', 'answered', 'closed', 'reopened')", [], 'help_request_state');
      t.check("(done_at is null) = (state in ('open', 'reopened'))", [], 'help_request_done');
      t.check('(origin_title is null) = (origin_link is null)', [], 'help_request_origin');
    });
    await db.schema.createTable('help_entry', (t) => {
      idColumn(t);
      reference(t, 'request_id', 'help_request').notNullable().index().onDelete('cascade');
      t.text('kind').notNullable();
      reference(t, 'author_id', 'people_person').nullable().index();
      reference(t, 'owner_id', 'people_person').nullable();
      t.text('text').nullable();
      instant(t, 'written_at', dialect).notNullable();
      t.check("kind in ('answer', 'addition', 'closed', 'reopened', 'assigned')", [], 'help_entry_kind');
      t.check("kind not in ('answer', 'addition') or text is not null", [], 'help_entry_text');
    });
  },
  down: async (db) => {
    await db.schema.dropTable('help_entry');
    await db.schema.dropTable('help_request');
  },
};
