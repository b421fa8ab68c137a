import type { z } from 'zod';
import type { Language } from '../host/language.ts';
import type { TextValue } from '../host/readableValues.ts';
import type { DocumentContent } from './model.ts';

/** The words of one language. */
export interface Words {
  readonly language: Language;
  readonly zone: string;
  /** The text `documents.<name>.<key>` of the plugin's locales; instants and dates among the values are written out. */
  say(key: string, values?: Readonly<Record<string, TextValue>>): string;
}

/** A kind of document that is printed: from data to content, without drawing anything. */
export interface DocumentKind<D> {
  /** `<plugin>.<name>`. */
  readonly id: string;
  readonly data: z.ZodType<D>;
  /** Must parse; a guard renders it in every language. */
  readonly sample: D;
  compose(data: D, words: Words): DocumentContent;
}

export const defineDocument = <D>(kind: DocumentKind<D>): DocumentKind<D> => kind;
