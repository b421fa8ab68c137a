import type { Language } from './language.ts';

type Texts = Record<string, unknown>;
type Loader = () => Promise<Texts>;

const coreTexts: Record<Language, () => Promise<Record<string, Texts>>> = {
  ru: async () => (await import('./start/ru.ts')).texts,
  es: async () => (await import('./start/es.ts')).texts,
  en: async () => (await import('./start/en.ts')).texts,
};
const pluginTexts: Record<string, Loader> = import.meta.glob<Texts>('../../../plugins/*/locales/*.json', {
  import: 'default',
});

/** Texts that only some pages show; they come with those pages. */
const pageTexts: Record<string, Loader> = import.meta.glob<Texts>(
  [
    '../pages/*/locales/*.json',
    '../../../plugins/*/client/*/locales/*.json',
    '../../locales/*/*.json',
    '../../../server/*/locales/*/*.json',
    '../../../plugins/*/locales/*/*.json',
  ],
  { import: 'default' },
);

/**
 * `../../../server/people/locales/ru.json` belongs to the namespace `people`, and so does the part `people/edit` of it,
 * `../../../server/people/locales/edit/ru.json`; the client's own texts to `client`.
 */
function nameOf(path: string): { readonly name: string; readonly namespace: string } {
  const steps = path.split('/').map((step) => step.replace('..', 'client'));
  const [home = '', folder = '', last = ''] = steps.slice(-4, -1);
  return last === 'locales' ? { name: folder, namespace: folder } : { name: `${home}/${last}`, namespace: home };
}

async function loaded(loaders: Record<string, Loader>, language: Language, wanted: (name: string) => boolean) {
  const named = Object.entries(loaders)
    .filter(([path]) => path.endsWith(`/${language}.json`))
    .map(([path, load]) => ({ ...nameOf(path), load }))
    .filter(({ name }) => wanted(name));
  return Promise.all(named.map(async ({ namespace, load }) => ({ namespace, texts: await load() })));
}

/** Texts of the core in one language: one download. */
export const loadCoreTexts = async (language: Language) =>
  Object.entries(await coreTexts[language]()).map(([path, texts]) => ({ namespace: nameOf(path).name, texts }));

/** Texts of the named plugins in one language. */
export const loadPluginTexts = (language: Language, plugins: readonly string[]) =>
  loaded(pluginTexts, language, (namespace) => plugins.includes(namespace));

/** Texts of the named pages and parts in one language; the namespace of a page is the name of its folder. */
export const loadPageTexts = (language: Language, pages: ReadonlySet<string>) =>
  loaded(pageTexts, language, (name) => pages.has(name));
