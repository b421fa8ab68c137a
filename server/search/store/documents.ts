import type { Knex } from 'knex';
import { insertMany } from '../../db/many.ts';

const keysAtOnce = 500;

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

type Named = Pick<DocumentRow, 'owner' | 'key'>;

/** Gives each document its number, which stays when it is stored anew. */
export async function saveDocuments(
  trx: Knex.Transaction,
  rows: readonly DocumentRow[],
): Promise<(row: Named) => number> {
  const numbers = new Map<string, number>();
  const nameOf = ({ owner, key }: Named): string => `${owner} ${key}`;
  for (let at = 0; at < rows.length; at += keysAtOnce) {
    const saved: (Named & { readonly id: number })[] = await trx('search_document')
      .insert(rows.slice(at, at + keysAtOnce))
      .onConflict(['owner', 'key'])
      .merge(['placeId', 'authorId'])
      .returning(['id', 'owner', 'key']);
    for (const one of saved) numbers.set(nameOf(one), one.id);
  }
  return (row) => {
    const id = numbers.get(nameOf(row));
    if (id === undefined) throw new Error(`The document ${nameOf(row)} of search was not stored`);
    return id;
  };
}

export interface Indexed {
  readonly placeId: number;
  readonly documentId: number;
  readonly terms: readonly string[];
}

export async function replaceTerms(trx: Knex.Transaction, documents: readonly Indexed[]): Promise<void> {
  const ids = documents.map(({ documentId }) => documentId);
  for (let at = 0; at < ids.length; at += keysAtOnce)
    await trx('search_term')
      .whereIn('documentId', ids.slice(at, at + keysAtOnce))
      .del();
  const rows = documents.flatMap(({ placeId, documentId, terms }) =>
    terms.map((term) => ({ placeId, term, documentId })),
  );
  if (rows.length > 0) await insertMany(trx, 'search_term', rows);
}

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
