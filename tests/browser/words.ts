import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import i18next from 'i18next';
import { type Language, languages } from '../../server/host/language.ts';

const top = join(import.meta.dirname, '../..');
const homes = {
  client: 'client',
  timetable: 'plugins/timetable',
  auth: 'server/auth',
  contacts: 'server/contacts',
  import: 'server/import',
  notify: 'server/notify',
  bench: 'plugins/timetable/client/bench',
};

/** Texts of a home in one language: what loads at the start, then what comes with single pages. */
const filesOf = (home: string, language: Language): readonly string[] =>
  readdirSync(join(top, home, 'locales'), { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === `${language}.json`)
    .map((file) => join(top, home, 'locales', file));

const texts = i18next.createInstance();
void texts.init({ lng: 'en', initAsync: false, resources: {}, interpolation: { escapeValue: false } });
for (const language of languages)
  for (const [name, home] of Object.entries(homes))
    for (const file of filesOf(home, language))
      texts.addResourceBundle(language, name, JSON.parse(readFileSync(file, 'utf8')), true, true);

/** What the product says, in English unless `lng` tells: `words('client:nav.today')`. A text that is not there fails the test. */
export function words(key: string, params: Record<string, unknown> = {}): string {
  const said = texts.t(key, params);
  if (said === key.split(':').at(-1)) throw new Error(`There is no text ${key}`);
  return said;
}
