import { z } from 'zod';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { MessageView } from '../schemas.ts';
import { changesSince } from '../store/messages.ts';
import { messageViews } from './messageViews.ts';

/** What changed from one number to another; whoever has all before `from` has all up to `upTo` with it. */
export interface ChangeNews {
  readonly from: number;
  readonly upTo: number;
  readonly items: readonly MessageView[];
}

const Changed = z.object({ seq: z.int() });

/** More than a burst; whoever is further behind asks by pages. */
const mostAtOnce = 100;

/**
 * Numbers of changes become the changes; marks and words go on as they are. Messages are read after the commit that the
 * hint came with, so that everything from the first hint to the newest message read is there.
 */
export async function newsOf(
  apis: Pick<Apis, 'people' | 'files'>,
  scope: ReadScope,
  threadId: string,
  hints: readonly unknown[],
): Promise<readonly unknown[]> {
  const seqs = hints.flatMap((hint) => Changed.safeParse(hint).data?.seq ?? []);
  const rest = hints.filter((hint) => !Changed.safeParse(hint).success);
  if (seqs.length === 0) return rest;
  const from = Math.min(...seqs);
  const found = await changesSince(scope.db, threadId, from - 1, mostAtOnce);
  const upTo = found.at(-1)?.changedSeq;
  if (upTo === undefined) return rest;
  const changes: ChangeNews = { from, upTo, items: await messageViews(apis, scope, found) };
  return [changes, ...rest];
}
