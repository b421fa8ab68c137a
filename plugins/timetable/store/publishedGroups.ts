import type { Knex } from 'knex';

/** Groups that have a published timetable in the term. */
export async function publishedGroupIds(db: Knex, termId: string): Promise<readonly string[]> {
  const rows: { groupId: string }[] = await db('timetable_publication_group as part')
    .join('timetable_publication as publication', 'publication.id', 'part.publicationId')
    .where({ 'publication.termId': termId, 'publication.state': 'published' })
    .orderBy('part.groupId')
    .distinct('part.groupId');
  return rows.map(({ groupId }) => groupId);
}
