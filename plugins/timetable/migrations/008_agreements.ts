import { idColumn, instant, localDate, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

/** Home schools that are asked before a draft is published, and what they object to. */
export const agreementTables: Migration = {
  name: '008_agreements',
  async up(db, dialect) {
    await db.schema.createTable('timetable_agreement', (t) => {
      idColumn(t);
      reference(t, 'draft_id', 'timetable_draft').notNullable().onDelete('cascade');
      reference(t, 'home_school_id', 'school_home_school').notNullable().index();
      reference(t, 'asked_by_id', 'people_person').nullable();
      instant(t, 'asked_at', dialect).notNullable();
      localDate(t, 'answer_by_on').notNullable();
      t.text('answer').nullable();
      t.text('answered_for').nullable();
      reference(t, 'answered_by_id', 'people_person').nullable();
      instant(t, 'answered_at', dialect).nullable();
      t.unique(['draft_id', 'home_school_id'], { indexName: 'timetable_agreement_home_school_id_unique' });
      t.check("answer in ('agreed')", [], 'timetable_agreement_answer');
    });
    await db.schema.createTable('timetable_objection', (t) => {
      idColumn(t);
      reference(t, 'agreement_id', 'timetable_agreement').notNullable().index().onDelete('cascade');
      reference(t, 'group_id', 'school_group').notNullable();
      reference(t, 'course_id', 'school_course').nullable();
      t.text('reason').notNullable();
      reference(t, 'raised_by_id', 'people_person').nullable();
      instant(t, 'raised_at', dialect).notNullable();
      t.text('state').notNullable();
      t.text('decision').nullable();
      reference(t, 'decided_by_id', 'people_person').nullable();
      instant(t, 'decided_at', dialect).nullable();
      t.check("state in ('open', 'answered', 'waived', 'withdrawn')", [], 'timetable_objection_state');
      t.check("state not in ('answered', 'waived') or decision is not null", [], 'timetable_objection_decided');
    });
  },
  async down(db) {
    await db.schema.dropTable('timetable_objection');
    await db.schema.dropTable('timetable_agreement');
  },
};
