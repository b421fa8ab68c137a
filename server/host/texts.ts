import { existsSync, readdirSync, readFileSync } from 'node:fs';
import i18next, { type i18n } from 'i18next';
import { type Language, languages } from './language.ts';

/** The texts of all plugins in all languages. */
export interface Texts {
  /** `say('es', 'school', 'problems.term-overlaps.title', { name })`; undefined when there is no such text. */
  say(language: Language, plugin: string, key: string, values?: Readonly<Record<string, unknown>>): string | undefined;
}

/** Reads `locales/<language>.json` of every plugin, and of the parts that the client loads with single pages. */
export function loadTexts(homes: readonly { readonly id: string; readonly home: URL }[]): Texts {
  const instance: i18n = i18next.createInstance();
  const resources = Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(homes.map(({ id, home }) => [id, localesIn(new URL('locales/', home), language)])),
    ]),
  );
  void instance.init({
    resources,
    lng: 'en',
    fallbackLng: false,
    initAsync: false,
    keySeparator: '.',
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  return {
    say: (language, plugin, key, values = {}) => {
      const options = { ...values, lng: language, ns: plugin };
      return instance.exists(key, options) ? instance.t(key, options) : undefined;
    },
  };
}

/** Texts do not change while the process runs, and it may have several apps. */
const known = new Map<string, Record<string, unknown>>();

function localesIn(folder: URL, language: Language): Record<string, unknown> {
  const key = `${language} ${folder.href}`;
  const texts = known.get(key) ?? readLocales(folder, language);
  known.set(key, texts);
  return texts;
}

function readLocales(folder: URL, language: Language): Record<string, unknown> {
  const parts = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())
    : [];
  return parts
    .map(({ name }) => readLocale(new URL(`${name}/${language}.json`, folder)))
    .reduce(merged, readLocale(new URL(`${language}.json`, folder)));
}

const isTexts = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Both, with what lies below the same keys. */
function merged(one: Record<string, unknown>, other: Record<string, unknown>): Record<string, unknown> {
  const both = Object.entries(other).map(([key, value]) => {
    const known = one[key];
    return [key, isTexts(known) && isTexts(value) ? merged(known, value) : value];
  });
  return { ...one, ...Object.fromEntries(both) };
}

function readLocale(file: URL): Record<string, unknown> {
  if (!existsSync(file)) return {};
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}
