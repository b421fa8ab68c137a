import { readFileSync } from 'node:fs';
import type { Language } from '../host/language.ts';
import type { Audience } from './schemas.ts';

const home = new URL('../../templates/guides/', import.meta.url);
const read = new Map<string, string>();

/** The guide that came with the product. */
export function ownText(audience: Audience, language: Language): string {
  const key = `${audience}.${language}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`${key}.md`, home), 'utf8').trim();
  read.set(key, text);
  return text;
}
