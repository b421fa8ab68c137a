import type { Knex } from 'knex';
import { flag, idColumn, instant, localDate, reference } from '../../../server/db/columns.ts';
import type { Dialect } from '../../../server/host/scope.ts';
import { placeColumns } from './placeColumns.ts';

/** Dated lessons. */
export async function createLessons(db: Knex, dialect: Dialect): Promise<void> {
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
}

/** What became of each lesson. */
export async function createHistory(db: Knex, dialect: Dialect): Promise<void> {
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
}
