import type { Migration } from '../../host/plugin.ts';

/** At which age a home school's students are adults, and their guardians no longer act for them. */
export const adultAge: Migration = {
  name: '004_adult_age',
  up: async (db) => {
    await db.schema.alterTable('school_home_school', (t) => {
      t.smallint('adult_age').notNullable().defaultTo(18);
    });
  },
  down: async (db) => {
    // The databases' own statement: knex would make SQLite's table anew, without its checks.
    await db.raw('alter table school_home_school drop column adult_age');
  },
};
