import type { WriteScope } from '../../host/scope.ts';
import type { SearchText } from '../api.ts';
import { termsOfText } from '../domain/words.ts';
import { moveDocuments, placeNumber, replaceTerms, saveDocuments } from '../store/documents.ts';

/** Lets a text be found, or found by what it says now. */
export const put = (scope: Pick<WriteScope, 'db'>, text: SearchText): Promise<void> => putAll(scope, [text]);

/** The same of many texts, each named once. */
export async function putAll({ db }: Pick<WriteScope, 'db'>, texts: readonly SearchText[]): Promise<void> {
  const places = new Map<string, number>();
  for (const { owner, place } of texts) {
    const name = `${owner} ${place}`;
    if (!places.has(name)) places.set(name, await placeNumber(db, owner, place));
  }
  const rows = texts.map(({ owner, key, place, authorId, text }) => ({
    row: { owner, key, placeId: places.get(`${owner} ${place}`) ?? 0, authorId },
    terms: termsOfText(text),
  }));
  const numberOf = await saveDocuments(
    db,
    rows.map(({ row }) => row),
  );
  await replaceTerms(
    db,
    rows.map(({ row, terms }) => ({ placeId: row.placeId, documentId: numberOf(row), terms })),
  );
}

/** Lets texts be found in another place only. */
export async function move(
  { db }: Pick<WriteScope, 'db'>,
  owner: string,
  keys: readonly string[],
  place: string,
): Promise<void> {
  if (keys.length > 0) await moveDocuments(db, owner, keys, await placeNumber(db, owner, place));
}
