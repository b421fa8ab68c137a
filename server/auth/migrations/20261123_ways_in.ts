import type { Knex } from 'knex';
import { flag, idColumn, instant, json, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';
import type { Dialect } from '../../host/scope.ts';

async function createCodes(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('auth_code', (t) => {
    idColumn(t);
    t.text('purpose').notNullable();
    // Whom it lets in; of a family code, whose child it brings.
    reference(t, 'person_id', 'people_person').notNullable().onDelete('cascade').index();
    t.string('code_hash', 64).notNullable().unique();
    reference(t, 'made_by_id', 'people_person').onDelete('set null');
    instant(t, 'made_at', dialect).notNullable();
    instant(t, 'expires_at', dialect).notNullable();
    instant(t, 'used_at', dialect);
    reference(t, 'used_by_id', 'people_person').onDelete('set null');
    instant(t, 'revoked_at', dialect);
    flag(t, 'is_mailed').notNullable().defaultTo(false);
    t.check("purpose in ('invitation', 'family', 'reset')", [], 'auth_code_purpose');
    t.check('used_at is null or revoked_at is null', [], 'auth_code_one_end');
  });
  // One open invitation and one open reset code a person: the older is revoked when a new one is made.
  await db.raw(
    `create unique index auth_code_person_id_unique on auth_code (person_id, purpose)
      where used_at is null and revoked_at is null and purpose <> 'family'`,
  );
}

async function createSecondFactors(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('auth_second_factor', (t) => {
    t.uuid('account_id').primary().references('id').inTable('auth_account').onDelete('cascade');
    t.text('secret_sealed').notNullable();
    instant(t, 'made_at', dialect).notNullable();
    // Null until the first code has shown that the app holds the secret.
    instant(t, 'confirmed_at', dialect);
    // The step of the last code that was taken: none is taken twice.
    t.bigInteger('last_step').notNullable().defaultTo(0);
  });
  await db.schema.createTable('auth_recovery_code', (t) => {
    idColumn(t);
    reference(t, 'account_id', 'auth_account').notNullable().onDelete('cascade').index();
    t.string('code_hash', 64).notNullable().unique();
    instant(t, 'used_at', dialect);
  });
}

async function createIdentities(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('auth_identity', (t) => {
    idColumn(t);
    reference(t, 'account_id', 'auth_account').notNullable().onDelete('cascade');
    t.string('issuer', 500).notNullable();
    t.string('subject', 255).notNullable();
    instant(t, 'linked_at', dialect).notNullable();
    t.unique(['issuer', 'subject'], { indexName: 'auth_identity_subject_unique' });
    t.unique(['account_id', 'issuer'], { indexName: 'auth_identity_account_id_unique' });
  });
}

async function createAttempts(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('auth_attempt', (t) => {
    // A keyed hash: neither login nor address can be read from it.
    t.string('key', 64).primary();
    t.integer('failures').notNullable();
    instant(t, 'since_at', dialect).notNullable().index();
    instant(t, 'succeeded_at', dialect);
  });
}

const sessions = async (db: Knex, dialect: Dialect): Promise<void> => {
  await db.schema.dropTable('auth_session');
  await db.schema.createTable('auth_session', (t) => {
    // The hash of the cookie's id: whoever reads the table cannot take a session over.
    t.string('id', 64).primary();
    t.uuid('account_id').references('id').inTable('auth_account').onDelete('cascade').index();
    json(t, 'data_json').notNullable();
    instant(t, 'expires_at', dialect).notNullable().index();
    instant(t, 'created_at', dialect).notNullable();
    instant(t, 'last_seen_at', dialect).notNullable();
  });
};

/** Codes, second factors, linked accounts, counted failures; sessions tell when they were used. Everybody signs in anew. */
export const waysIn: Migration = {
  name: '20261123_ways_in',
  up: async (db, dialect) => {
    await createCodes(db, dialect);
    await createSecondFactors(db, dialect);
    await createIdentities(db, dialect);
    await createAttempts(db, dialect);
    await sessions(db, dialect);
  },
  down: async (db) => {
    for (const table of ['code', 'second_factor', 'recovery_code', 'identity', 'attempt'])
      await db.schema.dropTable(`auth_${table}`);
    await db.schema.alterTable('auth_session', (t) => t.dropColumn('last_seen_at'));
  },
};
