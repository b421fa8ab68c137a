import { flag, idColumn, instant, json, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

export const accounts: Migration = {
  name: '20261122_accounts',
  up: async (db, dialect) => {
    await db.schema.createTable('auth_account', (t) => {
      idColumn(t);
      reference(t, 'person_id', 'people_person').notNullable().unique().onDelete('cascade');
      t.string('login', 200).notNullable().unique();
      t.text('password_hash').notNullable();
      flag(t, 'is_disabled').notNullable().defaultTo(false);
      instant(t, 'created_at', dialect).notNullable();
      t.integer('revision').notNullable().defaultTo(1);
    });
    await db.schema.createTable('auth_session', (t) => {
      // The hash of the cookie's id: whoever reads the table cannot take a session over.
      t.string('id', 64).primary();
      t.uuid('account_id').references('id').inTable('auth_account').onDelete('cascade').index();
      json(t, 'data_json').notNullable();
      instant(t, 'expires_at', dialect).notNullable().index();
      instant(t, 'created_at', dialect).notNullable();
    });
  },
  down: async (db) => {
    await db.schema.dropTable('auth_session').dropTable('auth_account');
  },
};
