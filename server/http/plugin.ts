import { eventsApi } from '../events/api.ts';
import { apiRef, definePlugin } from '../host/plugin.ts';
import { healthRoute } from './health.ts';
import { forgetOldReplies } from './idempotency.ts';
import { idempotency } from './migrations/20261122_idempotency.ts';
import { privacyOfHttp } from './privacy.ts';
import { commonProblems } from './problems.ts';

export const httpApi = apiRef<null>('http');

export const httpModule = definePlugin({
  ref: httpApi,
  home: new URL('./', import.meta.url),
  requires: [eventsApi],
  problems: commonProblems,
  migrations: [idempotency],
  privacy: privacyOfHttp,
  start: (host) => ({
    api: null,
    routes: [healthRoute(host.api(eventsApi))],
    schedules: [
      {
        name: 'http.forget-old-replies',
        everySeconds: 86_400,
        run: async (scope) => {
          await forgetOldReplies(scope.db, scope.now);
        },
      },
    ],
  }),
});
