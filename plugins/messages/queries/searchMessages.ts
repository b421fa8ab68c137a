import type { ReadScope } from '../../../server/host/scope.ts';
import { ownThreadIds } from '../access/ownThreads.ts';
import type { Apis } from '../apis.ts';
import { ofMessages } from '../fileOwner.ts';
import type { FoundPage, SearchQuery } from '../schemas.ts';
import { messagesByIds } from '../store/messages.ts';
import { threadsByIds } from '../store/threads.ts';
import { messageViews } from './messageViews.ts';
import { briefs } from './threads.ts';

const pageSize = 20;

/** Messages with all words of a question, in conversations of the actor, the newest first. */
export async function searchMessages(apis: Apis, scope: ReadScope, { q, before }: SearchQuery): Promise<FoundPage> {
  const places = await ownThreadIds(apis, scope);
  const hits = await apis.search.find(scope.db, {
    owner: ofMessages,
    places,
    words: q,
    limit: pageSize + 1,
    ...(before === undefined ? {} : { before }),
  });
  const shown = hits.slice(0, pageSize);
  const found = await messagesByIds(
    scope.db,
    shown.map(({ key }) => key),
  );
  const threads = await briefs(
    apis,
    scope,
    await threadsByIds(scope.db, [...new Set(found.map(({ threadId }) => threadId))]),
  );
  const views = await messageViews(apis, scope, found);
  const items = shown.flatMap(({ key }) => {
    const message = views.find(({ id }) => id === key);
    const thread = threads.find(({ id }) => id === found.find((one) => one.id === key)?.threadId);
    return message && thread && !message.deletedAt ? [{ message, thread }] : [];
  });
  return { items, next: hits.length > pageSize ? (shown.at(-1)?.number ?? null) : null };
}
