import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { sourceFiles } from './sourceFiles.ts';

const languages = ['ru', 'es', 'en'] as const;
type Language = (typeof languages)[number];

/** Key -> text, nested keys joined by dots. */
type Texts = ReadonlyMap<string, string>;

const plural = /^(.+?)(_ordinal)?_(zero|one|two|few|many|other)$/;
const placeholder = /\{\{\s*-?\s*([^},\s]+)[^}]*\}\}/g;
const tag = /<\/?([\w]+)\s*\/?>/g;

/**
 * Compares the texts in all languages: the same keys, the plural forms that each language needs and no
 * others, the same placeholders and tags, nothing empty. Returns what is wrong, one line each.
 */
export function checkLocales(top: string): string[] {
  const files = ['server', 'plugins', 'client'].flatMap((folder) => sourceFiles(join(top, folder), /\.json$/));
  const folders = new Set(files.map(dirname).filter((folder) => /\/locales(?:\/[^/]+)?$/.test(folder)));
  return [...folders].sort().flatMap((folder) => checkFolder(folder).map((line) => `${relative(top, folder)}/${line}`));
}

function checkFolder(folder: string): string[] {
  const missing = languages.filter((language) => !existsSync(join(folder, `${language}.json`)));
  if (missing.length > 0) return missing.map((language) => `${language}.json is missing`);
  const wrong: string[] = [];
  const texts = new Map<Language, Texts>(
    languages.map((language) => {
      const file = `${language}.json`;
      const tell = (line: string): void => void wrong.push(`${file}: ${line}`);
      return [language, flatten(JSON.parse(readFileSync(join(folder, file), 'utf8')), tell)];
    }),
  );
  const bases = new Set([...texts.values()].flatMap((one) => [...one.keys()].map((key) => baseOf(key, texts))));
  for (const base of [...bases].sort())
    for (const [language, one] of texts)
      wrong.push(...checkKey(base, language, one, texts).map((line) => `${language}.json: ${base} ${line}`));
  return wrong;
}

function flatten(value: unknown, tell: (line: string) => void, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  if (typeof value === 'string') {
    if (value.trim() === '') tell(`${path} is empty`);
    return found.set(path, value);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    tell(`${path} is not a text`);
    return found;
  }
  for (const [key, inner] of Object.entries(value))
    for (const [name, text] of flatten(inner, tell, path ? `${path}.${key}` : key)) found.set(name, text);
  return found;
}

/** `items_few` -> `items`, if some language has `items_other`; every other key is its own base. */
function baseOf(key: string, texts: ReadonlyMap<Language, Texts>): string {
  const [, base, ordinal = ''] = plural.exec(key) ?? [];
  const isPlural = base !== undefined && [...texts.values()].some((one) => one.has(`${base}${ordinal}_other`));
  return isPlural ? `${base}${ordinal}` : key;
}

function checkKey(base: string, language: Language, texts: Texts, all: ReadonlyMap<Language, Texts>): string[] {
  const isPlural = [...all.values()].some((one) => one.has(`${base}_other`));
  const type = base.endsWith('_ordinal') ? 'ordinal' : 'cardinal';
  const categories = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
  const wanted = isPlural ? categories.map((category) => `${base}_${category}`) : [base];
  const present = [...texts.keys()].filter((key) => baseOf(key, all) === base);
  const surplus = present.filter((key) => !wanted.includes(key));
  const absent = wanted.filter((key) => !present.includes(key));
  return [
    ...absent.map((key) => (isPlural ? `lacks the form ${key.slice(base.length)}` : 'is missing')),
    ...surplus.map((key) => `has the form ${key.slice(base.length)}, which the language does not use`),
    ...checkNames(present, texts, namesOf(base, all)),
  ];
}

/** The placeholders and tags of a key in all languages and forms. */
const namesOf = (base: string, all: ReadonlyMap<Language, Texts>): Set<string> =>
  new Set(
    [...all.values()].flatMap((texts) =>
      [...texts].filter(([key]) => baseOf(key, all) === base).flatMap(([, text]) => namesIn(text)),
    ),
  );

const namesIn = (text: string): string[] => [
  ...[...text.matchAll(placeholder)].map(([, name]) => `{{${name}}}`),
  ...[...text.matchAll(tag)].map(([, name]) => `<${name}>`),
];

/** A form such as "one lesson" may leave the number out. */
function checkNames(keys: readonly string[], texts: Texts, wanted: ReadonlySet<string>): string[] {
  return keys.flatMap((key) => {
    const named = new Set(namesIn(texts.get(key) ?? ''));
    const absent = [...wanted].filter((name) => !named.has(name) && !(name === '{{count}}' && plural.test(key)));
    return absent.map((name) => `does not use ${name}${plural.test(key) ? ` (${key})` : ''}`);
  });
}
