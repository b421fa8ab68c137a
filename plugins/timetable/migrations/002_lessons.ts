import type { Knex } from 'knex';
import { flag, idColumn, instant, json, localDate, reference, wallTime } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';
import type { Dialect } from '../../../server/host/scope.ts';

async function createPublications(db: Knex, dialect: Dialect): Promise<void> {
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

async function createPattern(db: Knex): Promise<void> {
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

const placeColumns = (t: Knex.CreateTableBuilder, dialect: Dialect, before = ''): void => {
  localDate(t, `${before}held_on`);
  instant(t, `${before}starts_at`, dialect);
  instant(t, `${before}ends_at`, dialect);
  t.uuid(`${before}teacher_id`);
};

async function createLessons(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('timetable_lesson', (t) => {
    idColumn(t);
    reference(t, 'publication_id', 'timetable_publication').notNullable().index();
    reference(t, 'group_id', 'school_group').notNullable();
    reference(t, 'course_id', 'school_course').notNullable();
    reference(t, 'subgroup_id', 'school_subgroup');
    reference(t, 'teacher_id', 'people_person');
    t.smallint('course_nth').notNullable();
    localDate(t, 'week_on').notNullable();
    localDate(t, 'held_on').notNullable();
    instant(t, 'starts_at', dialect).notNullable();
    instant(t, 'ends_at', dialect).notNullable();
    t.text('zone').notNullable();
    t.text('state').notNullable();
    flag(t, 'is_by_hand').notNullable().defaultTo(false);
    t.integer('sequence').notNullable().defaultTo(0);
    t.integer('revision').notNullable().defaultTo(1);
    t.uuid('commitment_id').unique();
    t.text('join_url');
    t.uuid('pending_publication_id');
    instant(t, 'changed_at', dialect).notNullable();
    // Who a lesson is, for ever: its link and its entry in people's calendars hang on it.
    t.unique(['course_id', 'course_nth', 'week_on']);
    t.index(['group_id', 'starts_at']);
    t.index(['course_id', 'starts_at']);
    t.index(['teacher_id', 'starts_at']);
    t.check('course_nth > 0', [], 'timetable_lesson_nth');
    t.check('starts_at < ends_at', [], 'timetable_lesson_interval');
    t.check("state in ('planned', 'cancelled')", [], 'timetable_lesson_state');
    t.check("(state = 'planned') = (commitment_id is not null)", [], 'timetable_lesson_takes_time');
    t.check('sequence >= 0 and revision > 0', [], 'timetable_lesson_counters');
  });
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

async function createHistory(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('timetable_lesson_change', (t) => {
    idColumn(t);
    reference(t, 'lesson_id', 'timetable_lesson').notNullable().index();
    t.text('what').notNullable();
    placeColumns(t, dialect, 'from_');
    placeColumns(t, dialect);
    reference(t, 'by_person_id', 'people_person');
    instant(t, 'happened_at', dialect).notNullable();
    t.text('reason');
    t.uuid('publication_id');
    t.uuid('reschedule_id');
    /** Revision of the lesson after this change. */
    t.integer('revision').notNullable();
    /** What the lesson was before, so that the change can be taken back. */
    flag(t, 'is_by_hand_before').notNullable();
    t.unique(['lesson_id', 'revision']);
    t.check("what in ('moved', 'cancelled', 'restored')", [], 'timetable_lesson_change_what');
  });
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

async function createReschedules(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('timetable_reschedule', (t) => {
    idColumn(t);
    reference(t, 'lesson_id', 'timetable_lesson').notNullable();
    reference(t, 'asked_by_id', 'people_person').notNullable();
    // The student, or the teacher, for whom it is asked.
    reference(t, 'for_person_id', 'people_person').notNullable().index();
    reference(t, 'teacher_id', 'people_person').notNullable().index();
    t.text('reason').notNullable();
    t.text('wish');
    t.text('state').notNullable();
    localDate(t, 'from_held_on').notNullable();
    instant(t, 'from_starts_at', dialect).notNullable();
    instant(t, 'from_ends_at', dialect).notNullable();
    localDate(t, 'held_on');
    instant(t, 'starts_at', dialect);
    instant(t, 'ends_at', dialect);
    instant(t, 'answer_until_at', dialect);
    t.uuid('hold_id');
    instant(t, 'asked_at', dialect).notNullable();
    t.integer('revision').notNullable().defaultTo(1);
    t.check(
      "state in ('asked', 'proposed', 'done', 'declined', 'withdrawn', 'lapsed')",
      [],
      'timetable_reschedule_state',
    );
    // Only a slot put to the teacher is held.
    t.check("(state = 'proposed') = (hold_id is not null)", [], 'timetable_reschedule_hold');
    t.check('(starts_at is null) = (ends_at is null)', [], 'timetable_reschedule_slot');
    t.check("state not in ('proposed', 'done') or starts_at is not null", [], 'timetable_reschedule_proposed');
    t.check("trim(reason) <> ''", [], 'timetable_reschedule_reason');
  });
  await db.raw(`create unique index timetable_reschedule_open on timetable_reschedule (lesson_id)
    where state in ('asked', 'proposed')`);
  await db.raw(`create index timetable_reschedule_due on timetable_reschedule (answer_until_at)
    where state = 'proposed'`);
  await db.schema.createTable('timetable_reschedule_step', (t) => {
    reference(t, 'reschedule_id', 'timetable_reschedule').notNullable().onDelete('cascade');
    t.integer('number').notNullable();
    t.text('what').notNullable();
    reference(t, 'by_person_id', 'people_person');
    instant(t, 'happened_at', dialect).notNullable();
    instant(t, 'starts_at', dialect);
    instant(t, 'ends_at', dialect);
    t.text('note');
    t.primary(['reschedule_id', 'number']);
    t.check(
      "what in ('asked', 'proposed', 'consented', 'declined', 'withdrawn', 'lapsed', 'revived')",
      [],
      'timetable_reschedule_step_what',
    );
  });
}

async function createFeeds(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('timetable_feed', (t) => {
    idColumn(t);
    reference(t, 'owner_id', 'people_person').notNullable().index();
    reference(t, 'about_id', 'people_person').notNullable();
    t.text('token_hash').notNullable().unique();
    instant(t, 'made_at', dialect).notNullable();
    instant(t, 'revoked_at', dialect);
    t.check('length(token_hash) = 64', [], 'timetable_feed_hash');
  });
  await db.schema.createTable('timetable_room_pool', (t) => {
    // The ledger's shared resource: how many lessons may be held at once.
    idColumn(t);
    t.integer('capacity').notNullable();
    t.check('capacity > 0', [], 'timetable_room_pool_capacity');
  });
}

/** What is published: the weekly pattern, its dated lessons, and what became of them. */
export const lessonTables: Migration = {
  name: '002_lessons',
  async up(db, dialect) {
    await createPublications(db, dialect);
    await createPattern(db);
    await createLessons(db, dialect);
    await createHistory(db, dialect);
    await createReschedules(db, dialect);
    await createFeeds(db, dialect);
  },
  async down(db) {
    const tables = [
      'room_pool',
      'feed',
      'reschedule_step',
      'reschedule',
      'exception',
      'lesson_change',
      'publication_change',
      'lesson',
      'pattern',
    ];
    for (const table of [...tables, 'publication_unit', 'publication_group', 'publication'])
      await db.schema.dropTable(`timetable_${table}`);
  },
};
