import type { Knex } from 'knex';
import type { Migration } from '../../../server/host/plugin.ts';

/** What threads of notes were called before, in the language of their first reader. */
const written = ['Успехи: %', 'Progreso: %', 'Progress: %'];

const ofNotes = (db: Knex): Knex.QueryBuilder =>
  db('forum_topic').whereIn('id', db('forum_post').where({ isNote: true }).select('topicId'));

/** Threads of notes have no title of their own any more: each reader sees them called in their own language. */
export const noteThreads: Migration = {
  name: '005_note_threads',
  up: async (db) => {
    for (const title of written) await ofNotes(db).where('title', 'like', title).update({ title: '' });
  },
  down: async (db) => {
    await ofNotes(db).where({ title: '' }).update({ title: 'Progress: –' });
  },
};
