import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { ofMessages } from '../fileOwner.ts';
import { ofThreads } from '../mailReplies.ts';
import { participantIds } from '../queries/participants.ts';
import { marksOf } from '../store/marks.ts';
import { changesSince, type Message } from '../store/messages.ts';
import { markTold, type Thread, untoldThreads } from '../store/threads.ts';

const threadsAtOnce = 100;
const messagesAtOnce = 200;

/**
 * What comes after the messages themselves, some seconds later: they can be found by their words, and whoever has not read
 * them by then is told, once until they have.
 */
export async function followUp(apis: Apis, scope: WriteScope): Promise<void> {
  for (const thread of await untoldThreads(scope.db, threadsAtOnce)) {
    const changed = await changesSince(scope.db, thread.id, thread.toldSeq, messagesAtOnce);
    for (const message of changed) await index(apis, scope, message);
    await tellWaiting(apis, scope, thread, changed);
    await markTold(scope.db, thread.id, changed.at(-1)?.changedSeq ?? thread.lastSeq);
  }
}

async function index({ search }: Apis, scope: WriteScope, message: Message): Promise<void> {
  const { id: key, threadId: place, text, authorId, deletedAt } = message;
  if (deletedAt) await search.remove(scope, ofMessages, [key]);
  else await search.put(scope, { owner: ofMessages, key, place, text, authorId });
}

/** What was urgent was told at once. No words of the message and no names but the child's: a notice may be read over a shoulder. */
async function tellWaiting(apis: Apis, scope: WriteScope, thread: Thread, changed: readonly Message[]): Promise<void> {
  const said = changed.filter(
    ({ deletedAt, seq, changedSeq, urgentReason }) => !deletedAt && seq === changedSeq && urgentReason === null,
  );
  const { notify } = apis;
  if (!notify || said.length === 0) return;
  const marks = new Map((await marksOf(scope.db, thread.id)).map(({ personId, readSeq }) => [personId, readSeq]));
  for (const personId of await participantIds(apis, scope, thread)) {
    const readSeq = marks.get(personId) ?? 0;
    if (!said.some(({ authorId, seq }) => authorId !== personId && seq > readSeq)) continue;
    await notify.tell(scope, {
      personIds: [personId],
      kind: 'messages.waiting',
      ...(thread.kind !== 'people' && thread.aboutId ? { aboutPersonId: thread.aboutId } : {}),
      params: {},
      link: `/messages/${thread.id}`,
      reply: { owner: ofThreads, key: thread.id },
      dedupeKey: `messages.waiting:${thread.id}:${readSeq}`,
    });
  }
}
