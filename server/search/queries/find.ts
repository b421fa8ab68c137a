import type { Knex } from 'knex';
import type { Hit, Question } from '../api.ts';
import { askedTerms } from '../domain/words.ts';
import { countUpTo, keysOf, newestWith, placeNumbers } from '../store/find.ts';

const highest = 2_147_483_647;
/** With more places than this, counting would take longer than it saves. */
const fewPlaces = 6;
const enough = 500;

/** Documents of some places that have every word of the question, newest first. */
export async function find(db: Knex, { owner, places, words, before, limit }: Question): Promise<readonly Hit[]> {
  const asked = askedTerms(words);
  const numbers = asked.length === 0 ? [] : await placeNumbers(db, owner, places);
  if (numbers.length === 0) return [];
  const [terms = [], ...also] = await rarestFirst(db, numbers, asked);
  const found = await newestWith(db, { places: numbers, terms, also, before: before ?? highest, limit });
  const keys = await keysOf(db, found);
  return found.flatMap((number) => {
    const key = keys.get(number);
    return key === undefined ? [] : [{ key, number }];
  });
}

/** Whoever begins with the rarest word has the fewest documents to look at. A long word is mostly rarer than a short one. */
async function rarestFirst(
  db: Knex,
  places: readonly number[],
  asked: readonly (readonly string[])[],
): Promise<readonly (readonly string[])[]> {
  if (asked.length < 2) return asked;
  const weighed: { readonly terms: readonly string[]; readonly weight: number }[] = [];
  for (const terms of asked) {
    const weight =
      places.length > fewPlaces ? -(terms[0]?.length ?? 0) : await countUpTo(db, { places, terms, limit: enough });
    weighed.push({ terms, weight });
  }
  return weighed.sort((a, b) => a.weight - b.weight).map(({ terms }) => terms);
}
