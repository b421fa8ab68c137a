import type { Knex } from 'knex';
import { flag, idColumn, instant, json, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';
import type { Dialect } from '../../../server/host/scope.ts';

async function createDraft(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('timetable_draft', (t) => {
    idColumn(t);
    reference(t, 'term_id', 'school_term').notNullable().index();
    t.text('name').notNullable();
    t.text('state').notNullable().defaultTo('draft');
    t.integer('revision').notNullable().defaultTo(1);
    t.integer('seed').notNullable();
    json(t, 'rules_json').notNullable();
    // Whose pattern it was begun from, and which job is solving it; neither is a reference, because both have a life of their own.
    t.uuid('base_publication_id');
    t.uuid('solving_job_id');
    reference(t, 'created_by_id', 'people_person').notNullable();
    instant(t, 'created_at', dialect).notNullable();
    t.check("state in ('draft', 'discarded', 'published')", [], 'timetable_draft_state');
    t.check("trim(name) <> ''", [], 'timetable_draft_named');
    t.check('seed >= 0', [], 'timetable_draft_seed');
  });
  await db.schema.createTable('timetable_draft_group', (t) => {
    reference(t, 'draft_id', 'timetable_draft').notNullable().onDelete('cascade');
    reference(t, 'group_id', 'school_group').notNullable().index();
    t.primary(['draft_id', 'group_id']);
  });
}

const ofDraftGroup = (t: Knex.CreateTableBuilder): void => {
  t.uuid('draft_id').notNullable();
  t.uuid('group_id').notNullable();
  t.foreign(['draft_id', 'group_id'])
    .references(['draft_id', 'group_id'])
    .inTable('timetable_draft_group')
    .onDelete('cascade');
};

async function createLesson(db: Knex): Promise<void> {
  await db.schema.createTable('timetable_draft_lesson', (t) => {
    ofDraftGroup(t);
    reference(t, 'course_id', 'school_course').notNullable().index();
    t.smallint('nth').notNullable();
    t.smallint('weekday');
    t.smallint('hour_index');
    flag(t, 'is_locked').notNullable().defaultTo(false);
    t.primary(['draft_id', 'course_id', 'nth']);
    t.index(['draft_id', 'group_id']);
    t.check('nth between 1 and 40', [], 'timetable_draft_lesson_nth');
    t.check('(weekday is null) = (hour_index is null)', [], 'timetable_draft_lesson_placed');
    t.check('weekday between 1 and 7', [], 'timetable_draft_lesson_weekday');
    t.check('hour_index between 1 and 24', [], 'timetable_draft_lesson_hour');
    t.check('not is_locked or weekday is not null', [], 'timetable_draft_lesson_locked');
  });
}

async function createStep(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('timetable_draft_step', (t) => {
    reference(t, 'draft_id', 'timetable_draft').notNullable().onDelete('cascade');
    t.integer('revision').notNullable();
    t.text('kind').notNullable();
    reference(t, 'made_by_id', 'people_person');
    instant(t, 'made_at', dialect).notNullable();
    t.uuid('job_id');
    json(t, 'before_json').notNullable();
    json(t, 'after_json').notNullable();
    flag(t, 'is_undone').notNullable().defaultTo(false);
    t.primary(['draft_id', 'revision']);
    t.check("kind in ('moved', 'unplaced', 'locked', 'unlocked', 'solved')", [], 'timetable_draft_step_kind');
  });
}

async function createCompromise(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('timetable_compromise', (t) => {
    idColumn(t);
    ofDraftGroup(t);
    reference(t, 'course_id', 'school_course').index();
    t.smallint('nth');
    t.uuid('student_id').notNullable().index();
    t.foreign('student_id').references('person_id').inTable('people_student');
    t.smallint('weekday').notNullable();
    t.smallint('hour_index').notNullable();
    t.text('state').notNullable().defaultTo('accepted');
    reference(t, 'accepted_by_id', 'people_person').notNullable();
    instant(t, 'accepted_at', dialect).notNullable();
    t.text('substitute_kind').notNullable();
    t.text('substitute_text').notNullable();
    reference(t, 'withdrawn_by_id', 'people_person');
    instant(t, 'withdrawn_at', dialect);
    t.index(['draft_id', 'group_id']);
    t.check('(course_id is null) = (nth is null)', [], 'timetable_compromise_lesson');
    t.check('nth between 1 and 40', [], 'timetable_compromise_nth');
    t.check('weekday between 1 and 7', [], 'timetable_compromise_weekday');
    t.check('hour_index between 1 and 24', [], 'timetable_compromise_hour');
    t.check("state in ('accepted', 'withdrawn')", [], 'timetable_compromise_state');
    t.check(
      "substitute_kind in ('recording', 'consultation', 'individual-lesson', 'other')",
      [],
      'timetable_compromise_substitute',
    );
    t.check("trim(substitute_text) <> ''", [], 'timetable_compromise_substitute_said');
    t.check(
      "(state = 'withdrawn') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdrawn_by_id is null)",
      [],
      'timetable_compromise_withdrawn',
    );
  });
  await db.raw(`create unique index timetable_compromise_once on timetable_compromise
    (draft_id, group_id, student_id, weekday, hour_index, coalesce(cast(course_id as text), ''), coalesce(nth, 0))
    where state = 'accepted'`);
}

/** Drafts: their groups, lessons, history of steps, and absences that somebody accepted. */
export const draftTables: Migration = {
  name: '001_drafts',
  async up(db, dialect) {
    await createDraft(db, dialect);
    await createLesson(db);
    await createStep(db, dialect);
    await createCompromise(db, dialect);
  },
  async down(db) {
    for (const table of ['compromise', 'draft_step', 'draft_lesson', 'draft_group', 'draft'])
      await db.schema.dropTable(`timetable_${table}`);
  },
};
