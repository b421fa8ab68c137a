import type { Knex } from 'knex';

/** Groups that have a published timetable in the term. */
export const publishedGroupIds = (db: Knex, termId: string): Promise<string[]> =>
  db('timetable_publication_group as part')
    .join('timetable_publication as publication', 'publication.id', 'part.publicationId')
    .where({ 'publication.termId': termId, 'publication.state': 'published' })
    .distinct('part.groupId')
    .orderBy('part.groupId')
    .pluck('part.groupId');
