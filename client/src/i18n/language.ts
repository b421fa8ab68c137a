export const languages = ['ru', 'es', 'en'] as const;
export type Language = (typeof languages)[number];

/** A language is named in itself, so that its reader finds it. */
export const languageNames: Readonly<Record<Language, string>> = {
  ru: 'Русский',
  es: 'Español',
  en: 'English',
};

const storageKey = 'tutoria.language';

export const isLanguage = (value: string): value is Language => languages.some((language) => language === value);

/** The first language of the browser that the product speaks. */
export function languageOfDevice(): Language {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find(isLanguage) ?? 'en';
}

/** What was spoken on this device last. */
export function storedLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(storageKey) ?? '';
    return isLanguage(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing still works; it asks the server each time.
  }
}
