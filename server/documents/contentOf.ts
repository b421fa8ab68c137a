import type { Language } from '../host/language.ts';
import { readableValues } from '../host/readableValues.ts';
import type { Texts } from '../host/texts.ts';
import type { DocumentKind, Words } from './kind.ts';
import type { DocumentContent } from './model.ts';

/** What a document says in one language. A text that is missing is a defect. */
export function contentOf<D>(
  kind: DocumentKind<D>,
  data: D,
  texts: Texts,
  reader: { readonly language: Language; readonly zone: string },
): DocumentContent {
  const { language, zone } = reader;
  const [plugin = '', name = ''] = kind.id.split('.');
  const say: Words['say'] = (key, values = {}) => {
    const text = texts.say(language, plugin, `documents.${name}.${key}`, readableValues(values, language, zone));
    if (text === undefined) throw new Error(`Document ${kind.id}: no text ${key} in ${language}`);
    return text;
  };
  return kind.compose(kind.data.parse(data), { language, zone, say });
}
