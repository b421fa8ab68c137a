import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { threadToWrite } from '../access/threadAs.ts';
import type { Apis } from '../apis.ts';
import { participantIds } from '../queries/participants.ts';
import type { Settled } from '../schemas.ts';
import { markAnswered, type Thread } from '../store/threads.ts';
import type { MessageTopics } from './sendMessage.ts';

/** A conversation of the actor, and who hears that it is settled. */
export async function threadToSettle(apis: Apis, scope: ReadScope, threadId: string) {
  const thread = await threadToWrite(apis, scope, threadId);
  return { thread, personIds: await participantIds(apis, scope, thread) };
}

/** Says that no answer is needed: a "thank you" is no question. The next message of the family asks again. */
export async function settle(
  { inbox }: MessageTopics,
  scope: WriteScope,
  { thread, personIds }: { readonly thread: Thread; readonly personIds: readonly string[] },
): Promise<Settled> {
  await markAnswered(scope.db, thread.id);
  for (const personId of personIds) scope.touch(inbox, personId, { threadId: thread.id, head: thread.lastSeq });
  return { threadId: thread.id };
}
