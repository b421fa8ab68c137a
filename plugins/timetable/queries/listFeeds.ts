import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { FeedList, FeedView } from '../schemas/feeds.ts';
import { feedsOf, type StoredFeed } from '../store/feeds.ts';
import { namesOf } from './names.ts';

/** One's own addresses that still work. */
export async function listFeeds(apis: Apis, scope: ReadScope): Promise<FeedList> {
  return { items: await feedViews(apis, scope, await feedsOf(scope.db, scope.actor.personId)) };
}

export async function feedViews(apis: Apis, scope: ReadScope, feeds: readonly StoredFeed[]): Promise<FeedView[]> {
  const names = await namesOf(apis, scope.db, { people: feeds.map(({ aboutId }) => aboutId), courses: [] });
  return feeds.map(({ id, aboutId, madeAt }) => ({
    id,
    about: { id: aboutId, name: names.person(aboutId) },
    madeAt: madeAt.toISOString(),
    may: { revoke: true },
  }));
}
