import type { Knex } from 'knex';
import { flag, idColumn, instant, json, localDate, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';
import type { Dialect } from '../../../server/host/scope.ts';
import { createSteps, firstStepKinds, stepColumns } from './rescheduleSteps.ts';
import { createReschedules } from './rescheduleTables.ts';
import { bringBack, setAside } from './setAside.ts';

const [requests, steps] = ['timetable_reschedule', 'timetable_reschedule_step'] as const;

const kept = `id, lesson_id, asked_by_id, for_person_id, teacher_id, reason, wish, from_held_on, from_starts_at,
  from_ends_at, held_on, starts_at, ends_at, asked_at, revision`;

/** Requests with consent of several teachers, confirmation, deadlines and missed lessons; what schools and groups want of them. */
export const requestTables: Migration = {
  name: '006_requests',
  async up(db, dialect) {
    await setAside(db, steps);
    await setAside(db, requests);
    await createRequests(db, dialect);
    // What was put to a teacher is put again: whoever held the time before no longer knows it.
    const state = "case state when 'proposed' then 'asked' when 'done' then 'confirmed' else state end";
    await bringBack(db, requests, `${kept}, state`, `${kept}, ${state}`);
    await bringBack(db, steps, `${stepColumns}, what`);
    await createParts(db, dialect);
    await createPolicies(db);
    await createExtraLessons(db, dialect);
  },
  async down(db, dialect) {
    for (const table of ['extra_lesson', 'group_policy', 'school_policy', 'reschedule_part'])
      await db.schema.dropTable(`timetable_${table}`);
    await setAside(db, steps);
    await setAside(db, requests);
    await createReschedules(db, dialect);
    const state = `case when state in ('proposed', 'agreed') then 'asked' when state in ('confirmed', 'done') then 'done'
      else state end`;
    await bringBack(db, requests, `${kept}, state`, `${kept}, ${state}`);
    const what = `case when what in ('agreed', 'confirmed', 'countered') then 'consented'
      when what in ('reminded', 'escalated', 'held') then 'lapsed' else what end`;
    await bringBack(db, steps, `${stepColumns}, what`, `${stepColumns}, ${what}`);
  },
};

async function createRequests(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable(requests, (t) => {
    idColumn(t);
    reference(t, 'lesson_id', 'timetable_lesson').notNullable();
    t.text('kind').notNullable().defaultTo('move');
    flag(t, 'is_for_group').notNullable().defaultTo(false);
    reference(t, 'asked_by_id', 'people_person').notNullable();
    reference(t, 'for_person_id', 'people_person').notNullable().index();
    reference(t, 'teacher_id', 'people_person').notNullable().index();
    t.text('reason_kind').notNullable().defaultTo('other');
    t.text('reason').notNullable();
    t.text('wish');
    json(t, 'windows_json').notNullable().defaultTo('[]');
    t.text('state').notNullable();
    localDate(t, 'from_held_on').notNullable();
    instant(t, 'from_starts_at', dialect).notNullable();
    instant(t, 'from_ends_at', dialect).notNullable();
    localDate(t, 'held_on');
    instant(t, 'starts_at', dialect);
    instant(t, 'ends_at', dialect);
    instant(t, 'due_at', dialect).index();
    instant(t, 'remind_at', dialect).index();
    instant(t, 'escalate_at', dialect).index();
    flag(t, 'is_settled_ahead').notNullable().defaultTo(false);
    flag(t, 'is_countered').notNullable().defaultTo(false);
    t.uuid('new_lesson_id');
    instant(t, 'asked_at', dialect).notNullable();
    instant(t, 'ended_at', dialect);
    t.integer('revision').notNullable().defaultTo(1);
    t.check(
      "state in ('asked', 'proposed', 'agreed', 'confirmed', 'done', 'declined', 'withdrawn', 'lapsed')",
      [],
      'timetable_reschedule_state',
    );
    t.check("kind in ('move', 'anew')", [], 'timetable_reschedule_kind');
    t.check('(starts_at is null) = (ends_at is null)', [], 'timetable_reschedule_slot');
    t.check(
      "state not in ('proposed', 'agreed', 'confirmed', 'done') or starts_at is not null",
      [],
      'timetable_reschedule_proposed',
    );
    t.check("state not in ('proposed', 'agreed') or due_at is not null", [], 'timetable_reschedule_due');
    t.check("trim(reason) <> ''", [], 'timetable_reschedule_reason');
  });
  // One open request about moving a lesson; a missed one is held anew for each who missed it.
  await db.raw(`create unique index timetable_reschedule_open on timetable_reschedule (lesson_id)
    where kind = 'move' and state in ('asked', 'proposed', 'agreed')`);
  await db.raw(`create unique index timetable_reschedule_anew on timetable_reschedule (lesson_id, for_person_id)
    where kind = 'anew' and state in ('asked', 'proposed', 'agreed')`);
  await createSteps(db, dialect, firstStepKinds);
}

/** The lessons that a proposal moves, each with the consent of its teacher. */
async function createParts(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('timetable_reschedule_part', (t) => {
    reference(t, 'reschedule_id', requests).notNullable().onDelete('cascade');
    t.smallint('nth').notNullable();
    reference(t, 'lesson_id', 'timetable_lesson').notNullable().index();
    reference(t, 'teacher_id', 'people_person').notNullable().index();
    localDate(t, 'from_held_on').notNullable();
    instant(t, 'from_starts_at', dialect).notNullable();
    instant(t, 'from_ends_at', dialect).notNullable();
    localDate(t, 'held_on').notNullable();
    instant(t, 'starts_at', dialect).notNullable();
    instant(t, 'ends_at', dialect).notNullable();
    t.uuid('hold_id');
    flag(t, 'is_agreed').notNullable().defaultTo(false);
    t.primary(['reschedule_id', 'nth']);
    t.check('nth between 1 and 3', [], 'timetable_reschedule_part_nth');
    t.check('starts_at < ends_at', [], 'timetable_reschedule_part_interval');
  });
}

async function createPolicies(db: Knex): Promise<void> {
  await db.schema.createTable('timetable_school_policy', (t) => {
    reference(t, 'home_school_id', 'school_home_school').primary().onDelete('cascade');
    t.smallint('notice_hours').notNullable();
    t.smallint('most_per_term');
    t.text('coordinator_for').notNullable();
    t.integer('revision').notNullable().defaultTo(1);
    t.check("coordinator_for in ('none', 'chains', 'all')", [], 'timetable_school_policy_coordinator');
    t.check('notice_hours between 0 and 336', [], 'timetable_school_policy_notice');
    t.check('most_per_term is null or most_per_term > 0', [], 'timetable_school_policy_most');
  });
  await db.schema.createTable('timetable_group_policy', (t) => {
    reference(t, 'group_id', 'school_group').primary().onDelete('cascade');
    flag(t, 'is_teacher_enough').notNullable();
    t.integer('revision').notNullable().defaultTo(1);
  });
}

/** What is known of lessons beside the weekly timetable: held anew, or once more. */
async function createExtraLessons(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('timetable_extra_lesson', (t) => {
    reference(t, 'lesson_id', 'timetable_lesson').primary().onDelete('cascade');
    // The only student for whom it is held; null when it is for everybody of the course.
    reference(t, 'for_person_id', 'people_person').index();
    // The lesson that it makes good.
    reference(t, 'instead_of_id', 'timetable_lesson').index();
    reference(t, 'made_by_id', 'people_person');
    instant(t, 'made_at', dialect).notNullable();
  });
}
