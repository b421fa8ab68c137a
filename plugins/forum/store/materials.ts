import type { Knex } from 'knex';

export interface MaterialRow {
  readonly id: string;
  readonly groupId: string;
  readonly courseId: string | null;
  readonly title: string;
  readonly text: string;
  readonly addedAt: Date;
}

const columns = ['id', 'groupId', 'courseId', 'title', 'text', 'addedAt'];

export const materialsOf = (db: Knex, groupId: string): Promise<MaterialRow[]> =>
  db('forum_material').where({ groupId }).orderBy('addedAt', 'desc').limit(200).select<MaterialRow[]>(columns);

export const materialById = (db: Knex, id: string): Promise<MaterialRow | undefined> =>
  db('forum_material').where({ id }).first<MaterialRow | undefined>(columns);

export const materialsByIds = (db: Knex, ids: readonly string[]): Promise<MaterialRow[]> =>
  db('forum_material')
    .whereIn('id', [...ids])
    .select<MaterialRow[]>(columns);

export const insertMaterial = (
  trx: Knex.Transaction,
  material: MaterialRow & { readonly addedById: string },
): Promise<unknown> => trx('forum_material').insert(material);

export const deleteMaterial = (trx: Knex.Transaction, id: string): Promise<number> =>
  trx('forum_material').where({ id }).del();

export interface PackRow {
  readonly id: string;
  readonly studentId: string;
  readonly groupId: string;
  readonly materialIdsJson: readonly string[];
  readonly note: string;
  readonly madeAt: Date;
  readonly handedAt: Date | null;
  readonly returnedAt: Date | null;
}

const packColumns = ['id', 'studentId', 'groupId', 'materialIdsJson', 'note', 'madeAt', 'handedAt', 'returnedAt'];

export const packsOf = (db: Knex, groupId: string): Promise<PackRow[]> =>
  db('forum_pack').where({ groupId }).orderBy('madeAt', 'desc').limit(200).select<PackRow[]>(packColumns);

export const packById = (db: Knex, id: string): Promise<PackRow | undefined> =>
  db('forum_pack').where({ id }).first<PackRow | undefined>(packColumns);

export const insertPack = (
  trx: Knex.Transaction,
  {
    materialIds,
    ...pack
  }: Pick<PackRow, 'id' | 'studentId' | 'groupId' | 'note' | 'madeAt'> & {
    readonly materialIds: readonly string[];
    readonly madeById: string;
  },
): Promise<unknown> => trx('forum_pack').insert({ ...pack, materialIdsJson: JSON.stringify(materialIds) });

export const markPack = (
  trx: Knex.Transaction,
  id: string,
  change: Partial<Pick<PackRow, 'handedAt' | 'returnedAt'>>,
): Promise<number> =>
  trx('forum_pack')
    .where({ id })
    .update({ ...change });
