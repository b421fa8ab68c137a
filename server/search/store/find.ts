import type { Knex } from 'knex';

/** Numbers of the places with these keys; those in which nothing was ever written are not there. */
export async function placeNumbers(db: Knex, owner: string, keys: readonly string[]): Promise<readonly number[]> {
  const ids: number[] = [];
  for (let at = 0; at < keys.length; at += 500) {
    const rows: { id: number }[] = await db('search_place')
      .where({ owner })
      .whereIn('key', keys.slice(at, at + 500))
      .select('id');
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

export interface Wanted {
  readonly places: readonly number[];
  /** Any of these terms, newest first. */
  readonly terms: readonly string[];
  /** And of each of these one as well. */
  readonly also: readonly (readonly string[])[];
  /** Only documents with a smaller number. */
  readonly before: number;
  readonly limit: number;
}

const rangesAtOnce = 100;

/**
 * Numbers of documents, newest first. Each place and term is the end of one range of the primary key, and all of
 * them are one statement: the databases read no more rows than are asked for, however common a word is.
 */
export async function newestWith(db: Knex, { places, terms, also, before, limit }: Wanted): Promise<readonly number[]> {
  const ranges = places.flatMap((placeId) => terms.map((term) => ({ placeId, term })));
  const found = new Set<number>();
  for (let at = 0; at < ranges.length; at += rangesAtOnce) {
    const some = ranges.slice(at, at + rangesAtOnce).map(({ placeId, term }) => {
      const range = db('search_term as t')
        .where({ 't.placeId': placeId, 't.term': term })
        .where('t.documentId', '<', before);
      for (const alternatives of also) range.whereExists(withAny(db, alternatives));
      return db
        .from(range.orderBy('t.documentId', 'desc').limit(limit).select({ id: 't.documentId' }).as('r'))
        .select('id');
    });
    const rows: { id: number }[] = await db.unionAll(some);
    for (const { id } of rows) found.add(id);
  }
  return [...found].sort((a, b) => b - a).slice(0, limit);
}

const withAny = (db: Knex, alternatives: readonly string[]): Knex.QueryBuilder =>
  db('search_term as o')
    .whereRaw('o.place_id = t.place_id and o.document_id = t.document_id')
    .whereIn('o.term', alternatives)
    .select(db.raw('1'));

/** How many documents have any of the terms, counted up to a limit for each place and term. */
export async function countUpTo(
  db: Knex,
  { places, terms, limit }: Pick<Wanted, 'places' | 'terms' | 'limit'>,
): Promise<number> {
  let counted = 0;
  for (const placeId of places) {
    for (const term of terms) {
      const some = db('search_term').where({ placeId, term }).limit(limit).select('documentId').as('some');
      const row = await db.from(some).count('* as count').first();
      counted += Number(row?.count ?? 0);
    }
  }
  return counted;
}

export async function keysOf(db: Knex, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows: { id: number; key: string }[] = await db('search_document').whereIn('id', numbers).select('id', 'key');
  return new Map(rows.map(({ id, key }) => [id, key]));
}
