import type { Knex } from 'knex';
import type { Counts } from '../domain/publish/summary.ts';

export type PublicationState = 'publishing' | 'removing' | 'published';

export interface Publication {
  readonly id: string;
  readonly termId: string;
  readonly number: number;
  readonly effectiveOn: string;
  readonly state: PublicationState;
  readonly draftId: string;
  readonly fingerprint: string;
  readonly countsJson: Counts;
  readonly jobId: string | null;
  readonly publishedById: string | null;
  readonly startedAt: Date;
  readonly publishedAt: Date | null;
}

const columns = [
  'id',
  'termId',
  'number',
  'effectiveOn',
  'state',
  'draftId',
  'fingerprint',
  'countsJson',
  'jobId',
  'publishedById',
  'startedAt',
  'publishedAt',
] as const;

/** False when another publication of the term is running; the database lets only one be. */
export async function insertPublication(
  db: Knex,
  publication: Publication,
  groupIds: readonly string[],
): Promise<boolean> {
  await db('timetable_publication')
    .insert({ ...publication, countsJson: JSON.stringify(publication.countsJson) })
    .onConflict()
    .ignore();
  if (!(await publicationById(db, publication.id))) return false;
  await db('timetable_publication_group').insert(
    groupIds.map((groupId) => ({ publicationId: publication.id, groupId })),
  );
  return true;
}

export const publicationById = (db: Knex, id: string): Promise<Publication | undefined> =>
  db('timetable_publication')
    .where({ id })
    .first(...columns);

export const lockPublication = (db: Knex, id: string): Promise<Publication | undefined> =>
  db('timetable_publication')
    .where({ id })
    .forUpdate()
    .first(...columns);

/** The publication of a term that is not whole yet. */
export const runningPublication = (db: Knex, termId: string): Promise<Publication | undefined> =>
  db('timetable_publication')
    .where({ termId })
    .whereNot('state', 'published')
    .first(...columns);

/** All publications that are not whole yet. */
export const unfinishedPublications = (db: Knex): Promise<readonly Publication[]> =>
  db('timetable_publication')
    .whereNot('state', 'published')
    .select(...columns);

export async function nextNumber(db: Knex, termId: string): Promise<number> {
  const last: { readonly number: number } | undefined = await db('timetable_publication')
    .where({ termId })
    .orderBy('number', 'desc')
    .first('number');
  return (last?.number ?? 0) + 1;
}

export const setPublicationState = (
  db: Knex,
  id: string,
  change: Partial<Pick<Publication, 'state' | 'publishedAt' | 'jobId'>>,
): Promise<number> => db('timetable_publication').where({ id }).update(change);

export const deletePublication = (db: Knex, id: string): Promise<number> =>
  db('timetable_publication').where({ id }).delete();

export async function groupIdsOfPublication(db: Knex, publicationId: string): Promise<readonly string[]> {
  const rows: { readonly groupId: string }[] = await db('timetable_publication_group')
    .where({ publicationId })
    .orderBy('groupId')
    .select('groupId');
  return rows.map(({ groupId }) => groupId);
}

/** Finished publications that name one of the groups, last first. */
export const publicationsOfGroups = (db: Knex, groupIds: Knex.QueryBuilder): Promise<readonly Publication[]> =>
  db('timetable_publication')
    .where('state', 'published')
    .whereIn('id', db('timetable_publication_group').whereIn('groupId', groupIds).select('publicationId'))
    .orderBy([{ column: 'publishedAt', order: 'desc' }, 'id'])
    .select(...columns);
