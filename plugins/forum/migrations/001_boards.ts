import { flag, idColumn, instant, json, reference } from '../../../server/db/columns.ts';
import type { Migration } from '../../../server/host/plugin.ts';

const kinds = "'school', 'group', 'subgroup', 'guardians', 'group-staff', 'subject', 'progress', 'council', 'case'";

/** Boards, topics and what is written in them. */
export const boardTables: Migration = {
  name: '001_boards',
  up: async (db, dialect) => {
    await db.schema.createTable('forum_board', (t) => {
      idColumn(t);
      t.text('kind').notNullable();
      // Boards of groups, courses and students are named by these; the others have a name of their own.
      t.string('name', 200);
      reference(t, 'group_id', 'school_group').index();
      reference(t, 'subgroup_id', 'school_subgroup').onDelete('cascade').index();
      reference(t, 'course_id', 'school_course').onDelete('cascade').index();
      t.uuid('student_id').index();
      t.foreign('student_id').references('person_id').inTable('people_student').onDelete('cascade');
      // One board of a kind for each part of the school; null where there may be many.
      t.text('only_one').unique();
      flag(t, 'may_student_read').notNullable().defaultTo(false);
      reference(t, 'made_by_id', 'people_person').index();
      instant(t, 'made_at', dialect).notNullable();
      t.check(`kind in (${kinds})`, [], 'forum_board_kind');
      t.check("name is null or kind in ('school', 'council', 'case')", [], 'forum_board_named');
      t.check('not may_student_read or student_id is not null', [], 'forum_board_student');
    });
    await db.schema.createTable('forum_guest', (t) => {
      reference(t, 'board_id', 'forum_board').notNullable().onDelete('cascade');
      reference(t, 'person_id', 'people_person').notNullable().index();
      reference(t, 'invited_by_id', 'people_person').index();
      instant(t, 'invited_at', dialect).notNullable();
      t.primary(['board_id', 'person_id']);
    });
    await db.schema.createTable('forum_topic', (t) => {
      idColumn(t);
      reference(t, 'board_id', 'forum_board').notNullable().onDelete('cascade');
      t.string('title', 200).notNullable();
      reference(t, 'author_id', 'people_person').index();
      flag(t, 'is_pinned').notNullable().defaultTo(false);
      flag(t, 'is_closed').notNullable().defaultTo(false);
      t.integer('revision').notNullable().defaultTo(1);
      // Posts are numbered; every change of a post, a new one included, takes the next sequence.
      t.integer('last_number').notNullable().defaultTo(0);
      t.integer('last_sequence').notNullable().defaultTo(0);
      instant(t, 'made_at', dialect).notNullable();
      instant(t, 'active_at', dialect).notNullable();
      t.index(['board_id', 'is_pinned', 'active_at', 'id'], 'forum_topic_in_order');
      t.index(['board_id', 'active_at'], 'forum_topic_by_activity');
    });
    await db.schema.createTable('forum_post', (t) => {
      idColumn(t);
      reference(t, 'topic_id', 'forum_topic').notNullable().onDelete('cascade');
      t.integer('number').notNullable();
      t.integer('sequence').notNullable();
      reference(t, 'author_id', 'people_person');
      // Made by the client, so that sending twice posts once.
      t.uuid('client_id').notNullable();
      t.text('text').notNullable();
      instant(t, 'posted_at', dialect).notNullable();
      instant(t, 'edited_at', dialect);
      instant(t, 'deleted_at', dialect);
      instant(t, 'hidden_at', dialect);
      t.string('hidden_why', 500);
      flag(t, 'is_note').notNullable().defaultTo(false);
      t.unique(['topic_id', 'number'], { indexName: 'forum_post_number_unique' });
      t.unique(['topic_id', 'sequence'], { indexName: 'forum_post_sequence_unique' });
      t.unique(['author_id', 'client_id'], { indexName: 'forum_post_client_id_unique' });
    });
    await db.schema.createTable('forum_edit', (t) => {
      idColumn(t);
      reference(t, 'post_id', 'forum_post').notNullable().onDelete('cascade').index();
      t.text('text').notNullable();
      instant(t, 'replaced_at', dialect).notNullable();
    });
    await db.schema.createTable('forum_reaction', (t) => {
      reference(t, 'post_id', 'forum_post').notNullable().onDelete('cascade');
      reference(t, 'person_id', 'people_person').notNullable().index();
      t.text('sign').notNullable();
      t.primary(['post_id', 'person_id', 'sign']);
      t.check("sign in ('thanks', 'agree', 'done', 'question')", [], 'forum_reaction_sign');
    });
    await db.schema.createTable('forum_poll', (t) => {
      t.uuid('topic_id').primary().references('id').inTable('forum_topic').onDelete('cascade');
      t.string('question', 300).notNullable();
      json(t, 'options_json').notNullable();
      flag(t, 'is_multiple').notNullable();
      instant(t, 'closed_at', dialect);
    });
    await db.schema.createTable('forum_vote', (t) => {
      t.uuid('topic_id').notNullable().references('topic_id').inTable('forum_poll').onDelete('cascade');
      reference(t, 'person_id', 'people_person').notNullable().index();
      t.smallint('option').notNullable();
      t.primary(['topic_id', 'person_id', 'option']);
    });
    await db.schema.createTable('forum_reading', (t) => {
      reference(t, 'topic_id', 'forum_topic').notNullable().onDelete('cascade');
      reference(t, 'person_id', 'people_person').notNullable();
      t.integer('read_number').notNullable();
      instant(t, 'read_at', dialect).notNullable();
      t.primary(['person_id', 'topic_id']);
      t.index(['topic_id']);
    });
    await db.schema.createTable('forum_subscription', (t) => {
      reference(t, 'topic_id', 'forum_topic').notNullable().onDelete('cascade');
      reference(t, 'person_id', 'people_person').notNullable().index();
      flag(t, 'is_on').notNullable();
      t.primary(['topic_id', 'person_id']);
    });
    await db.schema.createTable('forum_report', (t) => {
      idColumn(t);
      reference(t, 'post_id', 'forum_post').notNullable().onDelete('cascade');
      reference(t, 'reporter_id', 'people_person').index();
      t.string('reason', 500).notNullable();
      instant(t, 'reported_at', dialect).notNullable();
      instant(t, 'decided_at', dialect);
      reference(t, 'decided_by_id', 'people_person').index();
      t.text('outcome');
      t.unique(['post_id', 'reporter_id'], { indexName: 'forum_report_reporter_id_unique' });
      t.check("outcome in ('hidden', 'kept')", [], 'forum_report_outcome');
    });
  },
  down: async (db) => {
    const tables = ['report', 'subscription', 'reading', 'vote', 'poll', 'reaction', 'edit', 'post', 'topic', 'guest'];
    for (const table of [...tables, 'board']) await db.schema.dropTable(`forum_${table}`);
  },
};
