import type { Knex } from 'knex';
import { instant, reference } from '../../../server/db/columns.ts';
import type { Dialect } from '../../../server/host/scope.ts';

/** What happened to requests, with the kinds of steps that there are. */
export async function createSteps(db: Knex, dialect: Dialect, kinds: readonly string[]): Promise<void> {
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
    t.check(`what in (${kinds.map((kind) => `'${kind}'`).join(', ')})`, [], 'timetable_reschedule_step_what');
  });
}

export const stepColumns = 'reschedule_id, number, by_person_id, happened_at, starts_at, ends_at, note';

/** The kinds of steps before a time could be lost. */
export const firstStepKinds = [
  ...['asked', 'proposed', 'agreed', 'countered', 'confirmed', 'consented', 'declined', 'withdrawn', 'lapsed'],
  ...['revived', 'reminded', 'escalated', 'held'],
] as const;
