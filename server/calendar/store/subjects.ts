import type { Knex } from 'knex';
import type { Dialect } from '../../host/scope.ts';

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
export async function lockSubjects(
  db: Knex.Transaction,
  dialect: Dialect,
  ids: readonly string[],
): Promise<readonly SubjectRow[]> {
  const sorted = [...new Set(ids)].sort();
  const known = await selectForUpdate(db, dialect, sorted);
  if (known.length === sorted.length) return known;
  const found = new Set(known.map(({ id }) => id));
  const missing = sorted.filter((id) => !found.has(id)).map((id) => ({ id, kind: 'person' }));
  for (const part of chunksOf(missing)) await db('calendar_subject').insert(part).onConflict('id').ignore();
  return selectForUpdate(db, dialect, sorted);
}

/** SQLite has one writer, which is lock enough. */
const lockSql: Record<Dialect, string> = {
  sqlite: `select id, kind, capacity from calendar_subject where id in (select value from json_each(?)) order by id`,
  postgres: `select id, kind, capacity from calendar_subject
    where id = any(array(select json_array_elements_text(?::json))::uuid[]) order by id for update`,
};

async function selectForUpdate(
  db: Knex.Transaction,
  dialect: Dialect,
  ids: readonly string[],
): Promise<readonly SubjectRow[]> {
  const rows: SubjectRow[] = ids.length === 0 ? [] : await db.raw(lockSql[dialect], [JSON.stringify(ids)]);
  return rows;
}

export const putResource = (db: Knex.Transaction, id: string, capacity: number): Promise<unknown> =>
  db('calendar_subject').insert({ id, kind: 'resource', capacity }).onConflict('id').merge(['capacity']);
