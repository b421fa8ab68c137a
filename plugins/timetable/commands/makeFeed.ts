import { createHash } from 'node:crypto';
import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { subscribeToLessons } from '../permissions.ts';
import { feedUnknown } from '../problems.ts';
import { feedViews } from '../queries/listFeeds.ts';
import { hashOf } from '../queries/readFeed.ts';
import type { FeedMade, NewFeed } from '../schemas/feeds.ts';
import { insertFeed, revokeFeedRow } from '../store/feeds.ts';

/** Makes a secret address for oneself or a child. The secret is shown this once; only its hash is kept. */
export async function makeFeed(apis: Apis, scope: WriteScope, { aboutId }: NewFeed): Promise<FeedMade> {
  const { personId } = scope.actor;
  const about = aboutId ?? personId;
  if (about !== personId) await apis.school.studentAs(scope, subscribeToLessons, about);
  const token = secret(scope);
  const feed = {
    id: scope.newId(),
    ownerId: personId,
    aboutId: about,
    tokenHash: hashOf(token),
    madeAt: scope.now,
    revokedAt: null,
  };
  await insertFeed(scope.db, feed);
  await apis.audit.record(scope, {
    act: 'timetable.feed-made',
    aboutPersonId: about,
    entity: 'timetable.feed',
    entityId: feed.id,
  });
  const [view] = await feedViews(apis, scope, [feed]);
  if (!view) throw new Problem(feedUnknown);
  return { ...view, path: `/api/timetable/feeds/${token}.ics` };
}

/** 43 characters. Four ids carry more than 200 random bits between them, which nobody guesses. */
const secret = (scope: WriteScope): string =>
  createHash('sha256')
    .update([1, 2, 3, 4].map(() => scope.newId()).join(' '))
    .digest('base64url');

/** Ends an address at once. */
export async function revokeFeed(apis: Apis, scope: WriteScope, id: string): Promise<Record<string, never>> {
  if ((await revokeFeedRow(scope.db, id, scope.actor.personId, scope.now)) === 0)
    throw new Problem(feedUnknown, { id });
  await apis.audit.record(scope, { act: 'timetable.feed-revoked', entity: 'timetable.feed', entityId: id });
  return {};
}
