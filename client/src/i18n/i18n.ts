import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, rememberLanguage } from './language.ts';
import { loadCoreTexts, loadPageTexts, loadPluginTexts } from './texts.ts';

const ready = new Set<Language>();
const pages = new Set<string>();
let plugins: readonly string[] = [];

const add = (language: Language, bundles: readonly { namespace: string; texts: Record<string, unknown> }[]) => {
  for (const { namespace, texts } of bundles) i18next.addResourceBundle(language, namespace, texts, true, true);
};

export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['client'],
    defaultNS: 'client',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
    returnNull: false,
  });
  await speak(language);
}

/** Downloads a language when it is new here, then speaks it. */
export async function speak(language: Language): Promise<void> {
  if (!ready.has(language)) {
    add(language, await loadCoreTexts(language));
    add(language, await loadPluginTexts(language, plugins));
    add(language, await loadPageTexts(language, pages));
    ready.add(language);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  rememberLanguage(language);
}

/** Adds the texts of plugins once it is known which are installed. */
export async function addPluginTexts(installed: readonly string[]): Promise<void> {
  plugins = installed;
  for (const language of ready) add(language, await loadPluginTexts(language, installed));
}

/** Adds texts that come with a page, in every language that is spoken here already. */
export async function addPageTexts(page: string): Promise<void> {
  if (pages.has(page)) return;
  for (const language of ready) add(language, await loadPageTexts(language, new Set([page])));
  pages.add(page);
}
