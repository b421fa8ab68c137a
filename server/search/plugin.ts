import { definePlugin } from '../host/plugin.ts';
import { searchApi } from './api.ts';
import { move, put, putAll } from './commands/put.ts';
import { searchTables } from './migrations/001_index.ts';
import { privacyOfSearch } from './privacy.ts';
import { find } from './queries/find.ts';
import { deleteDocuments } from './store/documents.ts';

/** Finding texts by their words, in Russian, Spanish and English. */
export const searchModule = definePlugin({
  ref: searchApi,
  home: new URL('./', import.meta.url),
  migrations: [searchTables],
  privacy: privacyOfSearch,
  start: () => ({
    api: { put, putAll, move, find, remove: ({ db }, owner, keys) => deleteDocuments(db, owner, keys) },
  }),
});
