/** The languages in which every text of the product exists. */
export const languages = ['ru', 'es', 'en'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);
