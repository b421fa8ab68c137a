import type { Knex } from 'knex';
import type { Migration } from '../../host/plugin.ts';
import { createYearItems } from './yearItems.ts';

const columns = 'id, change_id, place, kind, entity_id, owner_id, from_on, before_json, after_json, is_kept';

/** Makes the table of items anew with other kinds: SQLite cannot change a check. */
async function withKinds(db: Knex, kinds: readonly string[]): Promise<void> {
  await db.raw('create table school_year_item_aside as select * from school_year_item');
  await db.schema.dropTable('school_year_item');
  await createYearItems(db, kinds);
  const kept = kinds.map((kind) => `'${kind}'`).join(', ');
  await db.raw(
    `insert into school_year_item (${columns}) select ${columns} from school_year_item_aside where kind in (${kept})`,
  );
  await db.schema.dropTable('school_year_item_aside');
}

const before = ['group', 'grade', 'course', 'member', 'part', 'tutor', 'arrival'];

/** A change of year gives subgroups other names too. */
export const yearSubgroups: Migration = {
  name: '005_year_subgroups',
  up: (db) => withKinds(db, [...before, 'subgroup']),
  down: (db) => withKinds(db, before),
};
