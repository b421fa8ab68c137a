export const letterLanguages = ['ru', 'es', 'en'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

export interface LetterText {
  readonly title: string;
  readonly text: string;
}

/** A letter in the languages in which somebody has written it. */
export type LetterTexts = Readonly<Partial<Record<LetterLanguage, LetterText | undefined>>>;

/** What a reader gets: the text in their own language, otherwise in the writer's, otherwise any. Nothing is translated. */
export function textFor(texts: LetterTexts, reader: LetterLanguage, writer: LetterLanguage): LetterText | undefined {
  return texts[reader] ?? texts[writer] ?? letterLanguages.map((language) => texts[language]).find(Boolean);
}
