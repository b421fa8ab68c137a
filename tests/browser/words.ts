import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { type Language, languages } from '../../server/host/language.ts';

const top = join(import.meta.dirname, '../..');
const homes = {
  client: 'client',
  timetable: 'plugins/timetable',
  import: 'server/import',
  notify: 'server/notify',
  bench: 'plugins/timetable/client/bench',
};

const textsOf = (home: string, language: Language): Record<string, unknown> =>
  JSON.parse(readFileSync(join(top, home, 'locales', `${language}.json`), 'utf8'));

const allOf = (language: Language) =>
  Object.fromEntries(Object.entries(homes).map(([name, home]) => [name, textsOf(home, language)]));

const texts = i18next.createInstance();
void texts.init({
  lng: 'en',
  initAsync: false,
  resources: Object.fromEntries(languages.map((language) => [language, allOf(language)])),
  interpolation: { escapeValue: false },
});

/** What the product says, in English unless `lng` tells: `words('client:nav.today')`. A text that is not there fails the test. */
export function words(key: string, params: Record<string, unknown> = {}): string {
  const said = texts.t(key, params);
  if (said === key.split(':').at(-1)) throw new Error(`There is no text ${key}`);
  return said;
}
