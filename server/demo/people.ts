import { type Random, seededRandom } from '../optimise/random.ts';
import { feminine, type NameList, russian, spanish } from './names.ts';

export interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

export const pick = <T>(random: Random, list: readonly T[]): T => {
  const found = list[random.below(list.length)];
  if (found === undefined) throw new RangeError('Nothing to pick from');
  return found;
};

export const chance = (random: Random, share: number): boolean => random.next() < share;

/** A stream of its own for each part, so that a change of one part leaves the others as they were. */
export const streamFor = (seed: number, part: number): Random => seededRandom(seed * 1000 + part);

const listOf = (language: string): NameList => (language === 'es' ? spanish : russian);

/** A person's name; children get their family's. */
export function nameFor(random: Random, language: string, sex: 'female' | 'male', family?: string): Named {
  const list = listOf(language);
  const base = family ?? pick(random, list.families);
  return {
    givenName: pick(random, sex === 'female' ? list.girls : list.boys),
    familyName: language === 'ru' && sex === 'female' ? feminine(base) : base,
  };
}

export const familyFor = (random: Random, language: string): string => pick(random, listOf(language).families);
