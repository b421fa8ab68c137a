import { apiRef, definePlugin } from '../../server/host/plugin.ts';
import { notifyApi } from '../../server/notify/api.ts';
import { peopleApi } from '../../server/people/api.ts';
import { schoolApi } from '../../server/school/api.ts';
import type { Apis } from './apis.ts';
import { conversations } from './migrations/001_conversations.ts';
import * as permissions from './permissions.ts';
import { privacyOfMessages } from './privacy.ts';
import * as problems from './problems.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { inboxTopic, threadTopic } from './topics.ts';

/** Private conversations, and the log of calls. */
export default definePlugin({
  ref: apiRef<null>('messages'),
  home: new URL('./', import.meta.url),
  requires: [peopleApi, schoolApi],
  uses: [notifyApi],
  permissions: Object.values(permissions),
  problems: Object.values(problems),
  migrations: [conversations],
  privacy: privacyOfMessages,
  start: (host) => {
    const apis: Apis = {
      people: host.api(peopleApi),
      school: host.api(schoolApi),
      notify: host.apiIfPresent(notifyApi),
    };
    const topics = { thread: threadTopic(apis), inbox: inboxTopic };
    return { api: null, routes: conversationRoutes(apis, topics), topics: [topics.thread, topics.inbox] };
  },
});
