import type { Knex } from 'knex';

export interface SeparationRow {
  readonly id: string;
  readonly oneId: string;
  readonly otherId: string;
  /** For staff only. */
  readonly note: string | null;
}

const columns = ['id', 'oneId', 'otherId', 'note'] as const;

/** Marks of these people and of others with them. */
export const separationsOf = (db: Knex, personIds: readonly string[]): Promise<SeparationRow[]> =>
  db('people_separation')
    .whereIn('oneId', personIds)
    .orWhereIn('otherId', personIds)
    .orderBy('id')
    .select<SeparationRow[]>(columns);

export const findSeparation = (db: Knex, id: string): Promise<SeparationRow | undefined> =>
  db('people_separation').where({ id }).first<SeparationRow | undefined>(columns);

/** Whom a person must not find, and who must not find them. */
export async function separatedFrom(db: Knex, personId: string): Promise<readonly string[]> {
  const rows = await separationsOf(db, [personId]);
  return rows.map(({ oneId, otherId }) => (oneId === personId ? otherId : oneId));
}

/** Marks two people, in whichever order they are named; marking them again changes the note. */
export async function saveSeparation(
  db: Knex,
  row: SeparationRow & { readonly madeAt: Date; readonly madeById: string | null },
): Promise<string> {
  const [oneId = '', otherId = ''] = [row.oneId, row.otherId].toSorted();
  const saved: { id: string }[] = await db('people_separation')
    .insert({ ...row, oneId, otherId })
    .onConflict(['oneId', 'otherId'])
    .merge({ note: row.note })
    .returning('id');
  return saved[0]?.id ?? row.id;
}

export const deleteSeparation = (db: Knex, id: string): Promise<number> =>
  db('people_separation').where({ id }).delete();
