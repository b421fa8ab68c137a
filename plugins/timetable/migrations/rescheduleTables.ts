import type { Knex } from 'knex';
import { idColumn, instant, localDate, reference } from '../../../server/db/columns.ts';
import type { Dialect } from '../../../server/host/scope.ts';
import { createSteps } from './rescheduleSteps.ts';

/** The kinds of steps that the first of these tables knew. */
const kindsAtFirst = ['asked', 'proposed', 'consented', 'declined', 'withdrawn', 'lapsed', 'revived'];

/** Requests for another time of a lesson, and their steps. */
export async function createReschedules(db: Knex, dialect: Dialect): Promise<void> {
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
  await createSteps(db, dialect, kindsAtFirst);
}

/** Secret calendar addresses, and how many lessons may be held at once. */
export async function createFeeds(db: Knex, dialect: Dialect): Promise<void> {
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
