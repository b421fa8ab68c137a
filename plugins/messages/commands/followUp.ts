import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { ofMessages } from '../fileOwner.ts';
import { ofThreads } from '../mailReplies.ts';
import { participantIds } from '../queries/participants.ts';
import { marksOf } from '../store/marks.ts';
import { changesSince, type Message } from '../store/messages.ts';
import { markTold, type Thread, untoldThreads } from '../store/threads.ts';

/** As much as holds up nobody: whoever says something meanwhile waits for the end of this. */
const threadsAtOnce = 3;
const messagesAtOnce = 50;

/**
 * What comes after the messages themselves, some seconds later: they can be found by their words, and whoever has not read
 * them by then is told, once until they have. Does a part of it, and tells whether there is more.
 */
export async function followUp(apis: Apis, scope: WriteScope): Promise<void | 'more'> {
  const threads = await untoldThreads(scope.db, threadsAtOnce);
  for (const thread of threads) {
    const changed = await changesSince(scope.db, thread.id, thread.toldSeq, messagesAtOnce);
    await index(apis, scope, changed);
    await tellWaiting(apis, scope, thread, changed);
    await markTold(scope.db, thread.id, changed.at(-1)?.changedSeq ?? thread.lastSeq);
  }
  return threads.length > 0 ? 'more' : undefined;
}

async function index({ search }: Apis, scope: WriteScope, changed: readonly Message[]): Promise<void> {
  const gone = changed.filter(({ deletedAt }) => deletedAt !== null);
  const said = changed.filter(({ deletedAt }) => deletedAt === null);
  await search.remove(
    scope,
    ofMessages,
    gone.map(({ id }) => id),
  );
  await search.putAll(
    scope,
    said.map(({ id: key, threadId: place, text, authorId }) => ({ owner: ofMessages, key, place, text, authorId })),
  );
}

/** What was urgent was told at once. No words of the message and no names but the child's: a notice may be read over a shoulder. */
async function tellWaiting(apis: Apis, scope: WriteScope, thread: Thread, changed: readonly Message[]): Promise<void> {
  const said = changed.filter(
    ({ deletedAt, seq, changedSeq, urgentReason }) => !deletedAt && seq === changedSeq && urgentReason === null,
  );
  const { notify } = apis;
  if (!notify || said.length === 0) return;
  const marks = new Map((await marksOf(scope.db, thread.id)).map(({ personId, readSeq }) => [personId, readSeq]));
  const readOf = (personId: string): number => marks.get(personId) ?? 0;
  const waiting = (await participantIds(apis, scope, thread)).filter((personId) =>
    said.some(({ authorId, seq }) => authorId !== personId && seq > readOf(personId)),
  );
  // Whoever has read as far as another is told the same.
  for (const readSeq of new Set(waiting.map(readOf)))
    await notify.tell(scope, {
      personIds: waiting.filter((personId) => readOf(personId) === readSeq),
      kind: 'messages.waiting',
      ...(thread.kind !== 'people' && thread.aboutId ? { aboutPersonId: thread.aboutId } : {}),
      params: {},
      link: `/messages/${thread.id}`,
      reply: { owner: ofThreads, key: thread.id },
      dedupeKey: `messages.waiting:${thread.id}:${readSeq}`,
    });
}
