import { flag, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

const added = [
  ['timetable_objection', 'nth', 'smallint check (nth is null or course_id is not null)'],
  ['timetable_objection', 'weekday', 'smallint check ((nth is null) = (weekday is null))'],
  ['timetable_objection', 'starts_time', 'text check ((nth is null) = (starts_time is null))'],
] as const;

/** Objections to a single lesson, and what the silence of a home school means. */
export const homeSchoolSide: Migration = {
  name: '012_homeSchools',
  async up(db) {
    for (const [table, column, type] of added) await db.raw(`alter table ${table} add column ${column} ${type}`);
    await db.schema.alterTable('timetable_agreement', (t) => {
      flag(t, 'is_silence_consent').notNullable().defaultTo(true);
    });
    await db.schema.createTable('timetable_agreement_policy', (t) => {
      reference(t, 'home_school_id', 'school_home_school').primary().onDelete('cascade');
      t.smallint('silence_days').nullable();
      t.integer('revision').notNullable();
      t.check('silence_days between 1 and 60', [], 'timetable_agreement_policy_days');
    });
  },
  async down(db) {
    await db.schema.dropTable('timetable_agreement_policy');
    // The databases' own statement: knex would make SQLite's tables anew, without their checks.
    await db.raw('alter table timetable_agreement drop column is_silence_consent');
    for (const [table, column] of added.toReversed()) await db.raw(`alter table ${table} drop column ${column}`);
  },
};
