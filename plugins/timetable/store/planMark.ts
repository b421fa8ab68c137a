import type { Knex } from 'knex';

/**
 * What changes whenever the draft, a lesson of its groups or what was published for them changes: the draft's revision,
 * how many lessons there are and how often they were changed.
 */
export async function planMark(db: Knex, draftId: string): Promise<string> {
  const draft: object | undefined = await db('timetable_draft').where({ id: draftId }).first('revision', 'state');
  const groups = () => db('timetable_draft_group').where({ draftId }).select('groupId');
  const lessons: object | undefined = await db('timetable_lesson')
    .whereIn('groupId', groups())
    .count({ lessons: '*' })
    .sum({ revisions: 'revision' })
    .first();
  const publications: object | undefined = await db('timetable_publication_group')
    .whereIn('groupId', groups())
    .count({ publications: '*' })
    .first();
  return JSON.stringify([draft, lessons, publications]);
}
