import { idColumn, instant, json, localDate, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** Changes of year that wait for their day, and accounts of leavers that were closed. */
export const planTables: Migration = {
  name: '001_plans',
  async up(db, dialect) {
    await db.schema.createTable('year_plan', (t) => {
      idColumn(t);
      localDate(t, 'begins_on').notNullable();
      t.text('zone').notNullable();
      instant(t, 'starts_at', dialect).notNullable();
      json(t, 'choices_json').notNullable();
      t.text('fingerprint').notNullable();
      t.text('state').notNullable();
      reference(t, 'planned_by_id', 'people_person').nullable().index();
      instant(t, 'planned_at', dialect).notNullable();
      instant(t, 'ended_at', dialect).nullable();
      reference(t, 'change_id', 'school_year_change').nullable();
      t.text('failure').nullable();
      t.check("state in ('planned', 'due', 'done', 'called-off', 'failed')", [], 'year_plan_state');
      t.check("(state in ('planned', 'due')) = (ended_at is null)", [], 'year_plan_ended');
    });
    // One waits at a time.
    await db.raw("create unique index year_plan_waiting on year_plan ((1)) where state in ('planned', 'due')");
    await db.schema.createTable('year_policy', (t) => {
      t.integer('id').primary();
      t.smallint('close_after_days').nullable();
      t.integer('revision').notNullable();
      t.check('id = 1', [], 'year_policy_one');
      t.check('close_after_days between 1 and 730', [], 'year_policy_days');
    });
    await db.schema.createTable('year_closed', (t) => {
      reference(t, 'change_id', 'school_year_change').notNullable().onDelete('cascade');
      reference(t, 'person_id', 'people_person').notNullable().index();
      instant(t, 'closed_at', dialect).notNullable();
      t.primary(['change_id', 'person_id']);
    });
  },
  async down(db) {
    for (const table of ['year_closed', 'year_policy', 'year_plan']) await db.schema.dropTable(table);
  },
};
