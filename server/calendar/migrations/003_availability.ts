import type { Knex } from 'knex';
import { idColumn, localDate, reference, wallTime } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

type Table = Knex.CreateTableBuilder;

/** Hours of one local day: 'HH:mm' sorts as text, and 24:00 is the end of the day. */
function hours(t: Table, table: string): void {
  reference(t, 'person_id', 'people_person').notNullable().onDelete('cascade').index();
  t.text('kind').notNullable();
  wallTime(t, 'from_time').notNullable();
  wallTime(t, 'to_time').notNullable();
  t.check("kind in ('online', 'busy')", [], `${table}_kind`);
  t.check("from_time < to_time and to_time <= '24:00'", [], `${table}_hours`);
}

/** When people can be online: weekly windows, and exceptions of single dates. */
export const availabilityTables: Migration = {
  name: '003_availability',
  async up(db) {
    await db.schema.createTable('calendar_availability', (t) => {
      t.uuid('person_id').primary().references('id').inTable('people_person').onDelete('cascade');
      t.integer('revision').notNullable();
    });
    await db.schema.createTable('calendar_window', (t) => {
      idColumn(t);
      hours(t, 'calendar_window');
      t.smallint('weekday').notNullable();
      t.check('weekday between 1 and 7', [], 'calendar_window_weekday');
    });
    await db.schema.createTable('calendar_exception', (t) => {
      idColumn(t);
      hours(t, 'calendar_exception');
      localDate(t, 'day_on').notNullable();
    });
  },
  async down(db) {
    for (const table of ['exception', 'window', 'availability']) await db.schema.dropTable(`calendar_${table}`);
  },
};
