import type { Knex } from 'knex';
import { flag, idColumn, instant, localDate, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';
import type { Dialect } from '../../host/scope.ts';

async function alterGuardianship(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.alterTable('people_guardianship', (t) => {
    flag(t, 'may_see').notNullable().defaultTo(true);
    instant(t, 'kept_by_consent_at', dialect);
  });
  await db.schema.alterTable('people_student', (t) => {
    localDate(t, 'born_on');
  });
}

async function createPast(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('people_guardianship_past', (t) => {
    idColumn(t);
    reference(t, 'guardian_id', 'people_person').notNullable().index().onDelete('cascade');
    reference(t, 'student_id', 'people_person').notNullable().index().onDelete('cascade');
    t.text('relation').notNullable();
    flag(t, 'may_see').notNullable();
    flag(t, 'may_act').notNullable();
    localDate(t, 'from_on').notNullable();
    localDate(t, 'until_on');
    instant(t, 'changed_at', dialect).notNullable();
    reference(t, 'changed_by_id', 'people_person').index().onDelete('set null');
  });
}

async function createLimit(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('people_guardianship_limit', (t) => {
    idColumn(t);
    reference(t, 'guardianship_id', 'people_guardianship').notNullable().index().onDelete('cascade');
    t.text('kind').notNullable();
    t.text('order_text');
    localDate(t, 'from_on').notNullable();
    localDate(t, 'until_on');
    instant(t, 'made_at', dialect).notNullable();
    reference(t, 'made_by_id', 'people_person').index().onDelete('set null');
    t.check("kind in ('reads-only', 'no-contact')", [], 'people_guardianship_limit_kind');
    t.check('until_on is null or from_on <= until_on', [], 'people_guardianship_limit_dates');
  });
}

/** Two guardians, each once, whichever is named first: the lesser id comes first. */
async function createSeparation(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('people_separation', (t) => {
    idColumn(t);
    reference(t, 'one_id', 'people_person').notNullable().onDelete('cascade');
    reference(t, 'other_id', 'people_person').notNullable().index().onDelete('cascade');
    t.text('note');
    instant(t, 'made_at', dialect).notNullable();
    reference(t, 'made_by_id', 'people_person').index().onDelete('set null');
    t.unique(['one_id', 'other_id'], { indexName: 'people_separation_other_id_unique' });
    t.check('one_id < other_id', [], 'people_separation_in_order');
  });
}

/** What guardians may see and do, what courts limit, who must not reach whom, and how it was before. */
export const guardianRights: Migration = {
  name: '002_rights',
  async up(db, dialect) {
    await alterGuardianship(db, dialect);
    await createPast(db, dialect);
    await createLimit(db, dialect);
    await createSeparation(db, dialect);
  },
  async down(db) {
    for (const table of ['separation', 'guardianship_limit', 'guardianship_past'])
      await db.schema.dropTable(`people_${table}`);
    // The databases' own statement: knex would make SQLite's table anew, without its checks.
    await db.raw('alter table people_student drop column born_on');
    await db.raw('alter table people_guardianship drop column kept_by_consent_at');
    await db.raw('alter table people_guardianship drop column may_see');
  },
};
