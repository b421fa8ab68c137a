import { definePlugin, type Plugin } from '../host/plugin.ts';
import { type EventsApi, eventsApi } from './api.ts';
import { outbox } from './migrations/20260901_outbox.ts';
import { privacyOfEvents } from './privacy.ts';
import type { ReactionIndex } from './reactionIndex.ts';
import { countFailed, deleteSettled, reviveFailed } from './store/deliveries.ts';

const keptDays = 30;
const daySeconds = 86_400;

/** @param reactions asked for only after the start, when every plugin's reactions are known. */
export const createEventsModule = (reactions: () => ReactionIndex): Plugin<EventsApi> =>
  definePlugin({
    ref: eventsApi,
    home: new URL('./', import.meta.url),
    migrations: [outbox],
    privacy: privacyOfEvents,
    start: () => ({
      api: {
        failedCount: ({ db }) => countFailed(db),
        retryFailed: ({ db, now }) => reviveFailed(db, now),
      },
      schedules: [
        {
          name: 'events.forget',
          everySeconds: daySeconds,
          run: ({ db, now }) =>
            deleteSettled(db, reactions().ids, new Date(now.getTime() - keptDays * daySeconds * 1000)),
        },
      ],
    }),
  });
