/** What the core says in this language from the start, by the path of the file: one download. */
export const texts: Record<string, Record<string, unknown>> = import.meta.glob<Record<string, unknown>>(
  ['../../../../server/*/locales/es.json', '../../../locales/es.json'],
  { import: 'default', eager: true },
);
