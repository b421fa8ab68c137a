import type { Knex } from 'knex';
import { insertMany } from '../../db/many.ts';

/** The number of a place; made when it is new. */
export async function placeNumber(trx: Knex.Transaction, owner: string, key: string): Promise<number> {
  const find = (): Promise<{ id: number } | undefined> => trx('search_place').where({ owner, key }).first('id');
  const known = await find();
  if (known) return known.id;
  await trx('search_place').insert({ owner, key }).onConflict(['owner', 'key']).ignore();
  const made = await find();
  if (!made) throw new Error(`The place ${owner} ${key} of search was not stored`);
  return made.id;
}

export interface DocumentRow {
  readonly owner: string;
  readonly key: string;
  readonly placeId: number;
  readonly authorId: string | null;
}

/** The number of a document, which stays when it is stored anew. */
export async function saveDocument(trx: Knex.Transaction, row: DocumentRow): Promise<number> {
  const [saved]: { id: number }[] = await trx('search_document')
    .insert(row)
    .onConflict(['owner', 'key'])
    .merge(['placeId', 'authorId'])
    .returning('id');
  if (!saved) throw new Error(`The document ${row.owner} ${row.key} of search was not stored`);
  return saved.id;
}

export async function replaceTerms(
  trx: Knex.Transaction,
  { placeId, documentId }: { readonly placeId: number; readonly documentId: number },
  terms: readonly string[],
): Promise<void> {
  await trx('search_term').where({ documentId }).del();
  if (terms.length === 0) return;
  await insertMany(
    trx,
    'search_term',
    terms.map((term) => ({ placeId, term, documentId })),
  );
}

const keysAtOnce = 500;

/** Databases limit how many values a statement may name. */
async function inPortions(keys: readonly string[], work: (some: readonly string[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < keys.length; at += keysAtOnce) await work(keys.slice(at, at + keysAtOnce));
}

export const deleteDocuments = (trx: Knex.Transaction, owner: string, keys: readonly string[]): Promise<void> =>
  inPortions(keys, (some) => trx('search_document').where({ owner }).whereIn('key', some).del());

/** Puts documents into another place, with their terms. */
export async function moveDocuments(
  trx: Knex.Transaction,
  owner: string,
  keys: readonly string[],
  placeId: number,
): Promise<void> {
  await inPortions(keys, async (some) => {
    const moved = () => trx('search_document').where({ owner }).whereIn('key', some);
    await trx('search_term').whereIn('documentId', moved().select('id')).update({ placeId });
    await moved().update({ placeId });
  });
}
