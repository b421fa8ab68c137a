import type { Letter, LetterLanguage, LetterTexts } from '../../schemas/materials.ts';

/** The languages in which both title and text are written. */
export function writtenTexts(texts: LetterTexts): Letter['texts'] {
  const languages: readonly LetterLanguage[] = ['ru', 'es', 'en'];
  return Object.fromEntries(
    languages.flatMap((language) => {
      const { title = '', text = '' } = texts[language] ?? {};
      return title.trim() && text.trim() ? [[language, { title: title.trim(), text: text.trim() }]] : [];
    }),
  );
}
