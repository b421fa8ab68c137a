import { readFileSync } from 'node:fs';
import { type LetterLanguage, type LetterText, type LetterTexts, letterLanguages } from './domain/letterTexts.ts';

/** `templates` beside `plugins`, in the sources as in the build. */
const home = new URL('../../templates/forum/letters/', import.meta.url);
const names = ['welcome', 'on-paper'] as const;

let read: readonly LetterTexts[] | undefined;

/** The first line is the title. */
function textOf(name: string, language: LetterLanguage): LetterText {
  const [title = '', ...rest] = readFileSync(new URL(`${name}.${language}.md`, home), 'utf8')
    .trim()
    .split('\n');
  return { title: title.trim(), text: rest.join('\n').trim() };
}

/** Templates of letters that came with the product. */
export function ownTemplates(): readonly LetterTexts[] {
  read ??= names.map((name) =>
    Object.fromEntries(letterLanguages.map((language) => [language, textOf(name, language)])),
  );
  return read;
}
