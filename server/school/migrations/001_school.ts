import type { Knex } from 'knex';
import { flag, idColumn, localDate, reference, wallTime } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

const student = (t: Knex.CreateTableBuilder): void => {
  t.uuid('person_id').notNullable().index();
  t.foreign('person_id').references('person_id').inTable('people_student');
};

const stay = (t: Knex.CreateTableBuilder, table: string): void => {
  localDate(t, 'from_on').notNullable();
  localDate(t, 'until_on');
  t.check('until_on is null or from_on <= until_on', [], `${table}_dates`);
};

async function createSchools(db: Knex): Promise<void> {
  await db.schema.createTable('school_home_school', (t) => {
    idColumn(t);
    t.text('external_id').unique();
    t.text('name').notNullable();
    t.text('zone').notNullable();
    t.integer('revision').notNullable().defaultTo(1);
    t.check("trim(name) <> ''", [], 'school_home_school_named');
  });
  await db.schema.createTable('school_subject', (t) => {
    idColumn(t);
    t.text('name').notNullable().unique();
    t.integer('revision').notNullable().defaultTo(1);
    t.check("trim(name) <> ''", [], 'school_subject_named');
  });
}

async function createGroups(db: Knex): Promise<void> {
  await db.schema.createTable('school_group', (t) => {
    idColumn(t);
    t.text('external_id').unique();
    t.text('name').notNullable();
    t.smallint('grade').notNullable();
    t.text('zone').notNullable();
    t.text('meeting_url_template');
    flag(t, 'is_active').notNullable().defaultTo(true);
    t.integer('revision').notNullable().defaultTo(1);
    t.check("trim(name) <> ''", [], 'school_group_named');
    t.check('grade between 1 and 12', [], 'school_group_grade');
  });
  await db.schema.createTable('school_group_tutor', (t) => {
    reference(t, 'group_id', 'school_group').notNullable().onDelete('cascade');
    reference(t, 'person_id', 'people_person').notNullable().index();
    stay(t, 'school_group_tutor');
    t.primary(['group_id', 'person_id', 'from_on']);
  });
  await db.schema.createTable('school_group_member', (t) => {
    reference(t, 'group_id', 'school_group').notNullable().onDelete('cascade');
    student(t);
    stay(t, 'school_group_member');
    t.primary(['group_id', 'person_id', 'from_on']);
  });
}

async function createSubgroups(db: Knex): Promise<void> {
  await db.schema.createTable('school_subgroup', (t) => {
    idColumn(t);
    reference(t, 'group_id', 'school_group').notNullable().onDelete('cascade');
    t.text('name').notNullable();
    t.integer('revision').notNullable().defaultTo(1);
    t.unique(['group_id', 'name']);
    // Lets a course name its group and a subgroup of it in one reference.
    t.unique(['id', 'group_id']);
    t.check("trim(name) <> ''", [], 'school_subgroup_named');
  });
  await db.schema.createTable('school_subgroup_member', (t) => {
    reference(t, 'subgroup_id', 'school_subgroup').notNullable().onDelete('cascade');
    student(t);
    stay(t, 'school_subgroup_member');
    t.primary(['subgroup_id', 'person_id', 'from_on']);
  });
}

async function createCourses(db: Knex): Promise<void> {
  await db.schema.createTable('school_course', (t) => {
    idColumn(t);
    t.text('external_id').unique();
    reference(t, 'group_id', 'school_group').notNullable().index();
    t.uuid('subgroup_id').index();
    t.foreign(['subgroup_id', 'group_id']).references(['id', 'group_id']).inTable('school_subgroup');
    reference(t, 'subject_id', 'school_subject').notNullable().index();
    reference(t, 'teacher_id', 'people_person').index();
    t.smallint('lessons_a_week').notNullable();
    t.smallint('lesson_minutes').notNullable();
    flag(t, 'is_active').notNullable().defaultTo(true);
    t.integer('revision').notNullable().defaultTo(1);
    t.check('lessons_a_week between 1 and 40', [], 'school_course_lessons');
    t.check('lesson_minutes between 5 and 240', [], 'school_course_minutes');
  });
  await db.raw(`create unique index school_course_once on school_course
    (group_id, subject_id, coalesce(cast(subgroup_id as text), ''), coalesce(cast(teacher_id as text), ''))
    where is_active`);
}

async function createDates(db: Knex): Promise<void> {
  await db.schema.createTable('school_term', (t) => {
    idColumn(t);
    t.text('external_id').unique();
    t.text('name').notNullable();
    localDate(t, 'starts_on').notNullable();
    localDate(t, 'ends_on').notNullable();
    t.integer('revision').notNullable().defaultTo(1);
    t.check('starts_on <= ends_on', [], 'school_term_dates');
  });
  await db.schema.createTable('school_holiday', (t) => {
    idColumn(t);
    t.text('external_id').unique();
    t.text('name').notNullable();
    reference(t, 'group_id', 'school_group').onDelete('cascade').index();
    localDate(t, 'from_on').notNullable();
    localDate(t, 'until_on').notNullable();
    t.integer('revision').notNullable().defaultTo(1);
    t.check('from_on <= until_on', [], 'school_holiday_dates');
  });
}

async function createGrid(db: Knex): Promise<void> {
  await db.schema.createTable('school_grid_place', (t) => {
    reference(t, 'group_id', 'school_group').notNullable().onDelete('cascade');
    t.smallint('weekday').notNullable();
    t.smallint('hour').notNullable();
    wallTime(t, 'starts_time').notNullable();
    t.smallint('minutes').notNullable();
    t.primary(['group_id', 'weekday', 'hour']);
    t.check('weekday between 1 and 7', [], 'school_grid_place_weekday');
    t.check('hour between 1 and 24', [], 'school_grid_place_hour');
    t.check('minutes between 5 and 240', [], 'school_grid_place_minutes');
  });
}

/** Home schools, groups, courses, terms and grids. */
export const schoolTables: Migration = {
  name: '001_school',
  async up(db) {
    await createSchools(db);
    await createGroups(db);
    await createSubgroups(db);
    await createCourses(db);
    await createDates(db);
    await createGrid(db);
  },
  async down(db) {
    const tables = ['grid_place', 'holiday', 'term', 'course', 'subgroup_member', 'subgroup'];
    for (const table of [...tables, 'group_member', 'group_tutor', 'group', 'subject', 'home_school'])
      await db.schema.dropTable(`school_${table}`);
  },
};
