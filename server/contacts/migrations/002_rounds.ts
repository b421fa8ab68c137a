import { flag, idColumn, instant, localDate, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Rounds in which families are asked whether their contacts still hold. */
export const roundTables: Migration = {
  name: '002_rounds',
  up: async (db, dialect) => {
    await db.schema.createTable('contacts_round', (t) => {
      idColumn(t);
      localDate(t, 'due_on').notNullable();
      t.text('note');
      reference(t, 'opened_by_id', 'people_person').index().onDelete('set null');
      instant(t, 'opened_at', dialect).notNullable();
      instant(t, 'closed_at', dialect);
    });
    await db.schema.createTable('contacts_round_group', (t) => {
      reference(t, 'round_id', 'contacts_round').notNullable().onDelete('cascade');
      reference(t, 'group_id', 'school_group').notNullable().index().onDelete('cascade');
      flag(t, 'is_open').notNullable().defaultTo(true);
      t.primary(['round_id', 'group_id']);
    });
    await db.raw('create unique index contacts_round_group_once on contacts_round_group (group_id) where is_open');
    await db.schema.createTable('contacts_confirmation', (t) => {
      idColumn(t);
      reference(t, 'round_id', 'contacts_round').notNullable().onDelete('cascade');
      reference(t, 'person_id', 'people_person').notNullable().index().onDelete('cascade');
      reference(t, 'confirmed_by_id', 'people_person').index().onDelete('set null');
      instant(t, 'confirmed_at', dialect).notNullable();
      flag(t, 'is_on_paper').notNullable();
      t.unique(['round_id', 'person_id'], { indexName: 'contacts_confirmation_person_unique' });
    });
  },
  down: async (db) => {
    for (const table of ['confirmation', 'round_group', 'round']) await db.schema.dropTable(`contacts_${table}`);
  },
};
