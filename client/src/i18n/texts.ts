import type { Language } from './language.ts';

type Texts = Record<string, unknown>;
type Loader = () => Promise<Texts>;

const coreTexts: Record<string, Loader> = import.meta.glob<Texts>(
  ['../../../server/*/locales/*.json', '../../locales/*.json'],
  { import: 'default' },
);
const pluginTexts: Record<string, Loader> = import.meta.glob<Texts>('../../../plugins/*/locales/*.json', {
  import: 'default',
});

/** Texts that only some pages show; they come with those pages. */
const pageTexts: Record<string, Loader> = import.meta.glob<Texts>(
  ['../pages/*/locales/*.json', '../../../plugins/*/client/*/locales/*.json'],
  { import: 'default' },
);

/** `../../../server/people/locales/ru.json` belongs to the namespace `people`; the client's own to `client`. */
const namespaceOf = (path: string): string => path.split('/').at(-3)?.replace('..', 'client') ?? 'client';

async function loaded(loaders: Record<string, Loader>, language: Language, wanted: (namespace: string) => boolean) {
  const named = Object.entries(loaders)
    .filter(([path]) => path.endsWith(`/${language}.json`))
    .map(([path, load]) => ({ namespace: namespaceOf(path), load }))
    .filter(({ namespace }) => wanted(namespace));
  return Promise.all(named.map(async ({ namespace, load }) => ({ namespace, texts: await load() })));
}

/** Texts of the core in one language: one download. */
export const loadCoreTexts = (language: Language) => loaded(coreTexts, language, () => true);

/** Texts of the named plugins in one language. */
export const loadPluginTexts = (language: Language, plugins: readonly string[]) =>
  loaded(pluginTexts, language, (namespace) => plugins.includes(namespace));

/** Texts of the named pages in one language; the namespace is the name of the page's folder. */
export const loadPageTexts = (language: Language, pages: ReadonlySet<string>) =>
  loaded(pageTexts, language, (namespace) => pages.has(namespace));
