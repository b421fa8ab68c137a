import { newStemmer } from 'snowball-stemmers';
import { folded } from '../../host/folded.ts';

/*
 * Texts are stemmed here and not in the database, so that both databases find the same: "урок" finds "уроки",
 * "leccion" finds "lecciones". Words of Latin letters are stemmed as Spanish and as English, because nobody says in which of
 * them a text is written.
 */

const russian = newStemmer('russian');
const spanish = newStemmer('spanish');
const english = newStemmer('english');

const longest = 40;
const shortest = 2;

/** A word of a text, and where it stands. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Words and numbers in the order of the text; single letters are left out. */
export const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .map((found) => ({ text: found[0], from: found.index, to: found.index + found[0].length }))
    .filter((word) => word.text.length >= shortest);

/** What a word is found by: its stems, without accents. Two words are the same when they share one. */
export function termsOfWord(word: string): readonly string[] {
  const plain = word.normalize('NFC').toLowerCase().slice(0, longest).replaceAll('ё', 'е');
  if (/\p{Script=Cyrillic}/u.test(plain)) return [folded(russian.stem(plain))];
  if (!/\p{L}/u.test(plain)) return [folded(plain)];
  const bare = folded(plain);
  return [...new Set([spanish.stem(plain), spanish.stem(bare), english.stem(bare)].map(folded))];
}

/** Everything that a text is found by. */
export const termsOfText = (text: string): readonly string[] => {
  const words = new Set(wordsIn(text).map((word) => word.text));
  return [...new Set([...words].flatMap(termsOfWord))];
};

const mostWords = 6;

/** The words of a question, each with the terms of which one must be there; what is asked twice counts once. */
export function askedTerms(question: string): readonly (readonly string[])[] {
  const asked = new Map(wordsIn(question).map(({ text }) => [folded(text), termsOfWord(text)]));
  return [...asked.values()].slice(0, mostWords);
}
