import type { ReadScope } from '../../../server/host/scope.ts';
import { threadAs } from '../access/threadAs.ts';
import type { Apis } from '../apis.ts';
import type { ChangePage, ChangesQuery, EarlierPage, EarlierQuery } from '../schemas.ts';
import { changesSince, messagesBefore } from '../store/messages.ts';
import { messageViews } from './messageViews.ts';

/** What changed in a conversation after a number: each message once, as it is now, in the order of the changes. */
export async function listChanges(
  apis: Apis,
  scope: ReadScope,
  threadId: string,
  { since, limit }: ChangesQuery,
): Promise<ChangePage> {
  const { thread } = await threadAs(apis, scope, threadId);
  const found = await changesSince(scope.db, threadId, since, limit + 1);
  const shown = found.slice(0, limit);
  const isWhole = found.length <= limit;
  // Read before the messages, the head may be behind them; a page that is whole reaches its last message at least.
  const last = shown.at(-1)?.changedSeq ?? since;
  const headSeq = Math.max(thread.lastSeq, last);
  return { items: await messageViews(apis, scope, shown), upTo: isWhole ? headSeq : last, headSeq };
}

/** What was said before a place in the conversation; without one, the latest. Oldest first. */
export async function listEarlier(
  apis: Apis,
  scope: ReadScope,
  threadId: string,
  { before, limit }: EarlierQuery,
): Promise<EarlierPage> {
  const { thread } = await threadAs(apis, scope, threadId);
  const found = await messagesBefore(scope.db, threadId, before ?? 2_000_000_000, limit + 1);
  const shown = found.slice(0, limit).toReversed();
  return { items: await messageViews(apis, scope, shown), headSeq: thread.lastSeq, isFirst: found.length <= limit };
}
