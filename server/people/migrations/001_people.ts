import type { Knex } from 'knex';
import { flag, idColumn, instant, localDate, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';
import type { Dialect } from '../../host/scope.ts';

async function createPerson(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('people_device', (t) => {
    idColumn(t);
    t.text('label').unique();
  });
  await db.schema.createTable('people_person', (t) => {
    idColumn(t);
    t.text('external_id').unique();
    t.text('given_name').notNullable();
    t.text('family_name').notNullable();
    t.text('middle_name');
    // Folded name, so that search and order are the same on both databases.
    t.specificType('sort_text', dialect === 'postgres' ? 'text collate "C"' : 'text').notNullable();
    t.text('language').notNullable();
    t.text('zone').notNullable();
    t.text('internet').notNullable().defaultTo('good');
    reference(t, 'shared_device_id', 'people_device').index();
    t.text('email');
    t.text('phone');
    flag(t, 'is_active').notNullable().defaultTo(true);
    t.integer('revision').notNullable().defaultTo(1);
    instant(t, 'created_at', dialect).notNullable();
    t.index(['sort_text', 'id']);
    t.check("trim(given_name) <> '' and trim(family_name) <> ''", [], 'people_person_named');
    t.check("language in ('ru', 'es', 'en')", [], 'people_person_language');
    t.check("internet in ('none', 'phone-only', 'weak', 'good')", [], 'people_person_internet');
    t.check("external_id <> ''", [], 'people_person_external_id_given');
  });
}

async function createStudent(db: Knex): Promise<void> {
  await db.schema.createTable('people_student', (t) => {
    t.uuid('person_id').primary().references('id').inTable('people_person').onDelete('cascade');
    // The reference to school_home_school is made by school's own migration, which runs later.
    t.uuid('home_school_id').notNullable().index();
    t.smallint('grade').notNullable();
    t.check('grade between 1 and 12', [], 'people_student_grade');
  });
}

async function createGuardianship(db: Knex): Promise<void> {
  await db.schema.createTable('people_guardianship', (t) => {
    idColumn(t);
    reference(t, 'guardian_id', 'people_person').notNullable().onDelete('cascade');
    t.uuid('student_id').notNullable().index();
    t.foreign('student_id').references('person_id').inTable('people_student').onDelete('cascade');
    t.text('relation').notNullable();
    flag(t, 'may_act').notNullable();
    localDate(t, 'from_on').notNullable();
    localDate(t, 'until_on');
    t.unique(['guardian_id', 'student_id']);
    t.check('guardian_id <> student_id', [], 'people_guardianship_two_people');
    t.check('until_on is null or from_on <= until_on', [], 'people_guardianship_dates');
    t.check("relation in ('mother', 'father', 'grandparent', 'guardian', 'other')", [], 'people_guardianship_relation');
  });
}

async function createRole(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('people_role', (t) => {
    idColumn(t);
    reference(t, 'person_id', 'people_person').notNullable().onDelete('cascade');
    t.text('role').notNullable();
    t.text('scope_kind').notNullable();
    t.uuid('home_school_id').index();
    instant(t, 'granted_at', dialect).notNullable();
    t.check(
      `(role = 'admin' and scope_kind = 'everything')
        or (role in ('tutor', 'teacher') and scope_kind = 'self')
        or (role in ('coordinator', 'head', 'lead-tutor', 'psychologist') and scope_kind in ('everything', 'home-school'))`,
      [],
      'people_role_scope',
    );
    t.check("(scope_kind = 'home-school') = (home_school_id is not null)", [], 'people_role_home_school');
  });
  await db.raw(
    'create unique index people_role_once on people_role (person_id, role, scope_kind) where home_school_id is null',
  );
  await db.raw(
    'create unique index people_role_once_each on people_role (person_id, role, home_school_id) where home_school_id is not null',
  );
}

/** Persons, who of them studies, who looks after whom, and roles given by hand. */
export const peopleTables: Migration = {
  name: '001_people',
  async up(db, dialect) {
    await createPerson(db, dialect);
    await createStudent(db);
    await createGuardianship(db);
    await createRole(db, dialect);
  },
  async down(db) {
    for (const table of ['role', 'guardianship', 'student', 'person', 'device'])
      await db.schema.dropTable(`people_${table}`);
  },
};
