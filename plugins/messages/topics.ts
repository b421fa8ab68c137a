import { defineTopic } from '../../server/realtime/topic.ts';
import { partIn } from './access/threadAs.ts';
import type { Apis } from './apis.ts';
import { newsOf } from './queries/threadNews.ts';
import { headsOf, threadById } from './store/threads.ts';

/** Something new in a conversation of this person; the key is the person. */
export const inboxTopic = defineTopic({
  name: 'messages.person',
  mayWatch: async ({ actor }, key) => actor.kind === 'person' && actor.personId === key,
  news: { tell: async (_scope, _key, hints) => hints },
});

/** One conversation; the key is its id. Whoever watches it is sent what was said, not only that something was. */
export const threadTopic = (apis: Apis) =>
  defineTopic({
    name: 'messages.thread',
    mayWatch: async (scope, key) => (await partOf(apis, scope, key)) !== undefined,
    news: {
      tell: (scope, key, hints) => newsOf(apis, scope, key, hints),
      heads: async ({ db }, keys) =>
        new Map((await headsOf(db, keys)).map(({ id, lastSeq }) => [id, { head: lastSeq }])),
    },
    words: { known: ['typing'], maySay: async (scope, key) => (await partOf(apis, scope, key)) === 'writer' },
  });

async function partOf(apis: Apis, scope: Parameters<typeof partIn>[1], id: string) {
  const thread = await threadById(scope.db, id);
  return thread && partIn(apis, scope, thread);
}
