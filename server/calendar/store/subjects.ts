import type { Knex } from 'knex';

export interface SubjectRow {
  readonly id: string;
  readonly kind: 'person' | 'resource';
  /** How many commitments a resource takes at once; null for persons, who take one. */
  readonly capacity: number | null;
}

const chunk = 500;

/** Cuts a list so that no statement has more values than a database takes. */
export const chunksOf = <T>(list: readonly T[], size = chunk): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/**
 * Locks subjects until the transaction ends, in the order of their ids, so that two transactions never wait for each
 * other. Unknown ids become persons.
 */
export async function lockSubjects(db: Knex.Transaction, ids: readonly string[]): Promise<readonly SubjectRow[]> {
  const sorted = [...new Set(ids)].sort();
  const locked: SubjectRow[] = [];
  for (const part of chunksOf(sorted)) locked.push(...(await lockPart(db, part)));
  return locked;
}

async function lockPart(db: Knex.Transaction, ids: readonly string[]): Promise<readonly SubjectRow[]> {
  const known = await selectForUpdate(db, ids);
  if (known.length === ids.length) return known;
  const found = new Set(known.map(({ id }) => id));
  const rows = ids.filter((id) => !found.has(id)).map((id) => ({ id, kind: 'person' }));
  await db('calendar_subject').insert(rows).onConflict('id').ignore();
  return selectForUpdate(db, ids);
}

const selectForUpdate = (db: Knex.Transaction, ids: readonly string[]): Promise<SubjectRow[]> =>
  db<SubjectRow>('calendar_subject').whereIn('id', ids).orderBy('id').forUpdate().select('id', 'kind', 'capacity');

export const putResource = (db: Knex.Transaction, id: string, capacity: number): Promise<unknown> =>
  db('calendar_subject').insert({ id, kind: 'resource', capacity }).onConflict('id').merge(['capacity']);
