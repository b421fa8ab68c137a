import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkLocales } from '../../scripts/guards/locales.ts';
import { freshPath } from '../harness/testEnvironment.ts';

const sound = {
  ru: {
    hello: 'Привет, {{name}}',
    lesson_one: '{{count}} урок',
    lesson_few: '{{count}} урока',
    lesson_many: '{{count}} уроков',
    lesson_other: '{{count}} урока',
  },
  es: {
    hello: 'Hola, {{name}}',
    lesson_one: 'una clase',
    lesson_many: '{{count}} de clases',
    lesson_other: '{{count}} clases',
  },
  en: { hello: 'Hello, {{name}}', lesson_one: 'one lesson', lesson_other: '{{count}} lessons' },
};

type Locales = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function check(locales: Locales): string[] {
  const top = freshPath('-texts');
  const folder = join(top, 'plugins/polls/locales');
  mkdirSync(folder, { recursive: true });
  for (const [language, texts] of Object.entries(locales))
    writeFileSync(join(folder, `${language}.json`), JSON.stringify(texts));
  return checkLocales(top).map((line) => line.replace('plugins/polls/locales/', ''));
}

const planted: readonly (readonly [sin: string, locales: Locales, told: string])[] = [
  ['a language is missing', { ru: sound.ru, en: sound.en }, 'es.json is missing'],
  ['a key is missing', { ...sound, es: { ...sound.es, hello: undefined } }, 'es.json: hello is missing'],
  ['a text is empty', { ...sound, en: { ...sound.en, hello: ' ' } }, 'en.json: hello is empty'],
  ['a text is no text', { ...sound, en: { ...sound.en, hello: 7 } }, 'en.json: hello is not a text'],
  [
    'a plural form is missing',
    { ...sound, ru: { ...sound.ru, lesson_few: undefined } },
    'ru.json: lesson lacks the form _few',
  ],
  [
    'a plural form is not of the language',
    { ...sound, en: { ...sound.en, lesson_few: '{{count}} lessons' } },
    'en.json: lesson has the form _few, which the language does not use',
  ],
  [
    'a placeholder is forgotten',
    { ...sound, es: { ...sound.es, hello: 'Hola' } },
    'es.json: hello does not use {{name}}',
  ],
  [
    'a placeholder is misspelt',
    { ...sound, es: { ...sound.es, hello: 'Hola, {{nombre}}' } },
    'en.json: hello does not use {{nombre}}',
  ],
  [
    'a tag is forgotten',
    { ...sound, en: { ...sound.en, hello: 'Hello, <b>{{name}}</b>' } },
    'ru.json: hello does not use <b>',
  ],
];

describe('The guard of texts', () => {
  it('lets sound texts pass', () => {
    expect(check(sound)).to.deep.equal([]);
  });

  for (const [sin, locales, told] of planted)
    it(`tells when ${sin}`, () => {
      expect(check(locales)).to.include(told);
    });
});
