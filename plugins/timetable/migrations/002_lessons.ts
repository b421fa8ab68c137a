import type { Migration } from '../../../server/host/plugin.ts';
import { createHistory, createLessons } from './lessonTables.ts';
import { createChanges, createExceptions, createPattern, createPublications } from './publicationTables.ts';
import { createFeeds, createReschedules } from './rescheduleTables.ts';

/** What is published: the weekly pattern, its dated lessons, and what became of them. */
export const lessonTables: Migration = {
  name: '002_lessons',
  async up(db, dialect) {
    await createPublications(db, dialect);
    await createPattern(db);
    await createLessons(db, dialect);
    await createChanges(db, dialect);
    await createHistory(db, dialect);
    await createExceptions(db, dialect);
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
