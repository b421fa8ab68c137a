import { apiRef, definePlugin } from '../../../server/host/plugin.ts';
import { notifyApi } from '../../../server/notify/api.ts';
import { schoolApi } from '../../../server/school/api.ts';
import { bookAdded } from './events.ts';
import { books } from './migrations/001_books.ts';
import { keepBooks, readBooks } from './permissions.ts';
import { privacyOfBookClub } from './privacy.ts';
import { alreadyListed } from './problems.ts';
import { tellGroup } from './reactions/tellGroup.ts';
import { bookRoutes } from './routes/books.ts';

export default definePlugin({
  ref: apiRef<null>('book-club'),
  home: new URL('./', import.meta.url),
  requires: [schoolApi, notifyApi],
  permissions: [readBooks, keepBooks],
  publishes: [bookAdded],
  problems: [alreadyListed],
  migrations: [books],
  privacy: privacyOfBookClub,
  start: (host) => {
    const school = host.api(schoolApi);
    return { api: null, routes: bookRoutes(school), reactions: [tellGroup(school, host.api(notifyApi))] };
  },
});
