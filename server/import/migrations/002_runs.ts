import type { Knex } from 'knex';
import { idColumn, instant, json } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';
import type { Dialect } from '../../host/scope.ts';

async function createRun(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('import_run', (t) => {
    idColumn(t);
    // Given when it is carried out: what is remembered of imports goes by this order.
    t.integer('number').unique();
    t.text('kind').notNullable();
    t.text('state').notNullable();
    t.uuid('owner_id');
    json(t, 'files_json').notNullable();
    json(t, 'answers_json').notNullable();
    json(t, 'summary_json');
    t.text('fingerprint');
    t.uuid('job_id');
    instant(t, 'created_at', dialect).notNullable().index();
    instant(t, 'applied_at', dialect);
    instant(t, 'undone_at', dialect);
    t.check("kind in ('import', 'export')", [], 'import_run_kind');
    t.check("state in ('open', 'applied', 'undone')", [], 'import_run_state');
  });
}

const ofRun = (t: Knex.CreateTableBuilder): void => {
  t.uuid('run_id').notNullable();
  t.foreign('run_id').references('id').inTable('import_run').onDelete('cascade');
};

async function createStaging(db: Knex): Promise<void> {
  await db.schema.createTable('import_piece', (t) => {
    ofRun(t);
    t.integer('file').notNullable();
    t.integer('nth').notNullable();
    t.text('data').notNullable();
    t.primary(['run_id', 'file', 'nth']);
  });
  await db.schema.createTable('import_change', (t) => {
    ofRun(t);
    t.integer('nth').notNullable();
    t.text('kind').notNullable();
    t.text('action').notNullable();
    t.text('key').notNullable();
    t.text('title').notNullable();
    // Folded title and key, for the page's search.
    t.text('search_text').notNullable();
    json(t, 'fields_json').notNullable();
    json(t, 'before_json').notNullable();
    t.text('kept');
    // The school's own keys of the people whom it is about, so that it goes when they are erased.
    t.text('person_key');
    t.text('other_key');
    t.primary(['run_id', 'nth']);
  });
  await db.schema.createTable('import_fault', (t) => {
    ofRun(t);
    t.integer('nth').notNullable();
    t.text('file').notNullable();
    t.integer('line').notNullable();
    t.text('heading').notNullable();
    t.text('code').notNullable();
    t.text('value').notNullable();
    json(t, 'params_json').notNullable();
    t.primary(['run_id', 'nth']);
  });
}

/** What files have said; of each thing the row with the highest number counts. Number 0: before there were runs. */
async function createSaid(db: Knex): Promise<void> {
  await db.schema.createTable('import_said', (t) => {
    t.integer('number').notNullable();
    t.text('kind').notNullable();
    t.text('key').notNullable();
    json(t, 'fields_json').notNullable();
    t.primary(['kind', 'key', 'number']);
    t.index(['number']);
  });
  await db.raw(
    'insert into import_said (number, kind, key, fields_json) select 0, kind, key, fields_json from import_memory',
  );
  await db.schema.dropTable('import_memory');
}

/** Imports as they go on: files in pieces, the plan, its faults; and what the school calls its columns. */
export const importRuns: Migration = {
  name: '002_runs',
  async up(db, dialect) {
    await createRun(db, dialect);
    await createStaging(db);
    await createSaid(db);
    await db.schema.createTable('import_heading', (t) => {
      t.text('form').notNullable();
      t.text('heading').notNullable();
      t.text('column_name').notNullable();
      t.primary(['form', 'heading']);
    });
  },
  async down(db) {
    await db.schema.createTable('import_memory', (t) => {
      t.text('kind').notNullable();
      t.text('key').notNullable();
      json(t, 'fields_json').notNullable();
      t.primary(['kind', 'key']);
    });
    await db.raw(`insert into import_memory (kind, key, fields_json) select kind, key, fields_json from import_said as said
      where number = (select max(number) from import_said as other where other.kind = said.kind and other.key = said.key)`);
    for (const table of ['heading', 'said', 'fault', 'change', 'piece', 'run'])
      await db.schema.dropTable(`import_${table}`);
  },
};
