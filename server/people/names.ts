import { folded } from '../host/folded.ts';
import type { Language } from '../host/language.ts';

export interface Names {
  readonly givenName: string;
  readonly familyName: string;
  readonly middleName: string | null;
}

/** The full name as it is written in the person's own language: family name first in Russian, last elsewhere. */
export function fullName(names: Names, language: Language): string {
  const { givenName, familyName, middleName } = names;
  const parts = language === 'ru' ? [familyName, givenName, middleName] : [givenName, middleName, familyName];
  return parts.filter(Boolean).join(' ');
}

/** What people are ordered and found by. */
export const sortText = ({ familyName, givenName, middleName }: Names): string =>
  folded([familyName, givenName, middleName ?? ''].join(' '));
