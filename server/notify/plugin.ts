import { definePlugin } from '../host/plugin.ts';
import { peopleApi } from '../people/api.ts';
import { notifyApi } from './api.ts';
import { tell } from './commands/tell.ts';
import { notices } from './migrations/20260901_notices.ts';
import type { NamesOf } from './queries/listNotices.ts';
import { noticeRoutes } from './routes/notices.ts';
import { deleteNotices } from './store/notices.ts';
import { noticesTopic } from './topics.ts';

const keptDays = 365;
const daySeconds = 86_400;

/** Notices within the product. */
export const notifyModule = definePlugin({
  ref: notifyApi,
  home: new URL('./', import.meta.url),
  requires: [peopleApi],
  migrations: [notices],
  start(host) {
    const people = host.api(peopleApi);
    const namesOf: NamesOf = async (scope, personIds) => {
      const found = await people.peopleByIds(scope.db, personIds);
      return new Map(found.map((person) => [person.id, person.name]));
    };
    return {
      api: { tell },
      routes: noticeRoutes(namesOf),
      topics: [noticesTopic],
      schedules: [
        {
          name: 'notify.forget',
          everySeconds: daySeconds,
          async run({ db, now }) {
            await deleteNotices(db, new Date(now.getTime() - keptDays * daySeconds * 1000));
          },
        },
      ],
    };
  },
});
