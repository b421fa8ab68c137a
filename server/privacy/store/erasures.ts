import type { Knex } from 'knex';

export interface Erasure {
  readonly personId: string;
  readonly erasedAt: Date;
  readonly erasedById: string | null;
}

export const insertErasure = async (db: Knex, erasure: Erasure): Promise<void> => {
  await db('privacy_erasure').insert(erasure).onConflict('personId').ignore();
};

/** Those of these people whom this database does not remember as erased. */
export async function notErased(db: Knex, personIds: readonly string[]): Promise<string[]> {
  const rows: { personId: string }[] = await db('privacy_erasure')
    .whereIn('personId', [...personIds])
    .select('personId');
  const known = new Set(rows.map(({ personId }) => personId));
  return personIds.filter((id) => !known.has(id));
}
