import type { Language } from '../host/language.ts';
import type { Texts } from '../host/texts.ts';
import type { LinkKind } from './kind.ts';

type Values = Readonly<Record<string, string | number | boolean>>;

/** Says the texts of a kind of link; a missing one is a defect that a test finds. */
export function linkText(texts: Texts, language: Language, { id }: LinkKind, values: Values = {}) {
  const [plugin = '', name = ''] = id.split('.');
  return (key: string): string => texts.say(language, plugin, `links.${name}.${key}`, values) ?? '';
}
