import type { Knex } from 'knex';
import { flag, idColumn, instant, json, localDate, reference, wallTime } from '../../../server/db/columns.ts';
import type { Dialect } from '../../../server/host/scope.ts';
import { placeColumns } from './placeColumns.ts';

/** What was published when, by whom, for which groups, and what is still to be done of it. */
export async function createPublications(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('timetable_publication', (t) => {
    idColumn(t);
    reference(t, 'term_id', 'school_term').notNullable();
    t.integer('number').notNullable();
    localDate(t, 'effective_on').notNullable();
    t.text('state').notNullable();
    // No reference: a draft may be thrown away, what was published stays.
    t.uuid('draft_id').notNullable();
    t.text('fingerprint').notNullable();
    json(t, 'counts_json').notNullable();
    t.uuid('job_id');
    reference(t, 'published_by_id', 'people_person');
    instant(t, 'started_at', dialect).notNullable();
    instant(t, 'published_at', dialect);
    t.unique(['term_id', 'number']);
    t.check("state in ('publishing', 'removing', 'published')", [], 'timetable_publication_state');
    t.check("(state = 'published') = (published_at is not null)", [], 'timetable_publication_done');
    t.check('number > 0', [], 'timetable_publication_number');
  });
  // Two publishers at once: one wins.
  await db.raw(
    "create unique index timetable_publication_one on timetable_publication (term_id) where state <> 'published'",
  );
  await db.schema.createTable('timetable_publication_group', (t) => {
    reference(t, 'publication_id', 'timetable_publication').notNullable().onDelete('cascade');
    reference(t, 'group_id', 'school_group').notNullable().index();
    t.primary(['publication_id', 'group_id']);
  });
  await db.schema.createTable('timetable_publication_unit', (t) => {
    reference(t, 'publication_id', 'timetable_publication').notNullable().onDelete('cascade');
    t.integer('number').notNullable();
    json(t, 'changes_json').notNullable();
    flag(t, 'is_applied').notNullable().defaultTo(false);
    t.primary(['publication_id', 'number']);
  });
}

/** The weekly pattern of each publication. */
export async function createPattern(db: Knex): Promise<void> {
  await db.schema.createTable('timetable_pattern', (t) => {
    reference(t, 'publication_id', 'timetable_publication').notNullable().onDelete('cascade');
    reference(t, 'group_id', 'school_group').notNullable();
    reference(t, 'course_id', 'school_course').notNullable();
    t.uuid('subgroup_id');
    reference(t, 'teacher_id', 'people_person');
    t.smallint('nth').notNullable();
    t.smallint('weekday').notNullable();
    t.smallint('hour_index').notNullable();
    wallTime(t, 'starts_time').notNullable();
    t.smallint('minutes').notNullable();
    t.primary(['publication_id', 'course_id', 'nth']);
    t.check('nth > 0', [], 'timetable_pattern_nth');
    t.check('weekday between 1 and 7', [], 'timetable_pattern_weekday');
    t.check('minutes between 5 and 240', [], 'timetable_pattern_minutes');
  });
}

/** What a publication does to each lesson; prepared here, and kept as its exact list of changes. */
export async function createChanges(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('timetable_publication_change', (t) => {
    reference(t, 'publication_id', 'timetable_publication').notNullable().onDelete('cascade');
    // No reference: a new lesson is not there yet.
    t.uuid('lesson_id').notNullable().index();
    t.text('kind').notNullable();
    reference(t, 'group_id', 'school_group').notNullable();
    reference(t, 'course_id', 'school_course').notNullable();
    t.uuid('subgroup_id');
    t.smallint('course_nth').notNullable();
    localDate(t, 'week_on').notNullable();
    placeColumns(t, dialect, 'from_');
    placeColumns(t, dialect);
    t.text('zone').notNullable();
    flag(t, 'is_new').notNullable();
    flag(t, 'is_by_hand').notNullable();
    t.uuid('commitment_id');
    t.text('join_url');
    /** Who is in two places, or that no meeting room was left. */
    json(t, 'problems_json').notNullable();
    t.primary(['publication_id', 'lesson_id']);
    t.index(['publication_id', 'group_id']);
    t.check("kind in ('moved', 'cancelled', 'added')", [], 'timetable_publication_change_kind');
    t.check("(kind = 'cancelled') = (starts_at is null)", [], 'timetable_publication_change_place');
  });
}

/** Dates on which the pattern fails, and what was decided. */
export async function createExceptions(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('timetable_exception', (t) => {
    idColumn(t);
    reference(t, 'publication_id', 'timetable_publication').notNullable().onDelete('cascade');
    reference(t, 'group_id', 'school_group').notNullable();
    reference(t, 'course_id', 'school_course').notNullable();
    t.smallint('nth').notNullable();
    localDate(t, 'held_on').notNullable();
    wallTime(t, 'starts_time').notNullable();
    json(t, 'failures_json').notNullable();
    json(t, 'proposal_json').notNullable();
    json(t, 'decision_json');
    reference(t, 'decided_by_id', 'people_person');
    instant(t, 'decided_at', dialect);
    t.unique(['publication_id', 'course_id', 'nth', 'held_on']);
    t.check('(decision_json is null) = (decided_at is null)', [], 'timetable_exception_decided');
  });
}
