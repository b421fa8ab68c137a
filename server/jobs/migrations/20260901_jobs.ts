import { idColumn, instant, json } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';
import { jobStates } from '../domain/jobState.ts';

export const jobs: Migration = {
  name: '20260901_jobs',
  async up(db, dialect) {
    await db.schema.createTable('jobs_job', (t) => {
      idColumn(t);
      t.text('kind').notNullable();
      t.text('state')
        .notNullable()
        .checkIn([...jobStates]);
      t.uuid('owner_id').nullable().index();
      json(t, 'input_json').notNullable();
      json(t, 'result_json').nullable();
      json(t, 'progress_json').nullable();
      t.text('problem').nullable();
      t.integer('attempts').notNullable();
      instant(t, 'due_at', dialect).notNullable();
      t.uuid('lease_id').nullable();
      instant(t, 'lease_ends_at', dialect).nullable();
      instant(t, 'created_at', dialect).notNullable();
      instant(t, 'started_at', dialect).nullable();
      instant(t, 'finished_at', dialect).nullable();
      t.integer('revision').notNullable();
      t.index(['state', 'due_at']);
      t.check("(state = 'running') = (lease_id is not null)", undefined, 'jobs_job_lease_while_running');
    });
    await db.schema.createTable('jobs_schedule', (t) => {
      t.text('name').primary();
      instant(t, 'next_run_at', dialect).notNullable();
    });
  },
  async down(db) {
    await db.schema.dropTable('jobs_schedule').dropTable('jobs_job');
  },
};
