import type { WriteScope } from '../../host/scope.ts';
import type { SearchText } from '../api.ts';
import { termsOfText } from '../domain/words.ts';
import { moveDocuments, placeNumber, replaceTerms, saveDocument } from '../store/documents.ts';

/** Lets a text be found, or found by what it says now. */
export async function put(
  { db }: Pick<WriteScope, 'db'>,
  { owner, key, place, text, authorId }: SearchText,
): Promise<void> {
  const placeId = await placeNumber(db, owner, place);
  const documentId = await saveDocument(db, { owner, key, placeId, authorId });
  await replaceTerms(db, { placeId, documentId }, termsOfText(text));
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
