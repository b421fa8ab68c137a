import type { Language } from '../host/language.ts';
import { readableValues } from '../host/readableValues.ts';
import type { Texts } from '../host/texts.ts';
import type { Notice } from './store/notices.ts';

interface Reader {
  readonly language: Language;
  readonly zone: string;
}

/** A notice in the reader's words, without the child's name; undefined when its plugin has no such text any more. */
export function noticeText(
  texts: Texts,
  { kind, paramsJson }: Pick<Notice, 'kind' | 'paramsJson'>,
  { language, zone }: Reader,
): string | undefined {
  const dot = kind.indexOf('.');
  const values = readableValues(paramsJson, language, zone);
  return texts.say(language, kind.slice(0, dot), `notices.${kind.slice(dot + 1)}`, values);
}

/** The same with the child named first. */
export const namedText = (texts: Texts, language: Language, name: string | undefined, text: string): string =>
  (name === undefined ? undefined : texts.say(language, 'notify', 'about', { name, text })) ?? text;
