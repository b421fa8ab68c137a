import type { Actor } from '../../../server/access/actor.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { nameOfSent, numberMessages } from '../domain/numbering.ts';
import { conversationUnknown, replyElsewhere } from '../problems.ts';
import type { NewMessage } from '../schemas.ts';
import { deleteMessages, insertMessages, type Message, messagesByIds, messagesOfDevices } from '../store/messages.ts';
import { saveReached, type Thread } from '../store/threads.ts';
import type { Audience, MessageTopics } from './sendMessage.ts';

/** Something that somebody says to those of a conversation. */
export interface Said {
  readonly actor: Actor;
  readonly audience: Audience;
  readonly message: NewMessage;
}

export interface Stored {
  readonly stored: Message;
  readonly isNew: boolean;
}

type Store = Pick<WriteScope, 'db' | 'now' | 'newId' | 'touch'>;

/**
 * Stores messages of any number of authors and conversations with the next numbers, with a few statements however many they are.
 * Sent again by the same device, one is answered as it was stored; what is refused concerns that message alone.
 * @param locked their conversations, locked in one order, so that two processes never wait for each other; nobody else takes a number.
 */
export async function storeMessages(
  topics: MessageTopics,
  scope: Store,
  all: readonly Said[],
  locked: readonly Thread[],
): Promise<readonly (Stored | Problem)[]> {
  const threads = new Map(locked.map((thread) => [thread.id, thread]));
  const refused = await refusals(scope, all, threads);
  const said = all.filter((one) => !refused.has(one));
  const stored = await insertNumbered(scope, said, threads);
  tellOfAll(topics, scope, said, stored);
  return all.map((one) => {
    const its = refused.get(one) ?? stored.get(nameOf(one));
    if (!its) throw new Error('A message was stored and is not there');
    return its;
  });
}

const nameOf = ({ actor, message }: Said): string =>
  nameOfSent({ authorId: actor.personId, clientId: message.clientId });

/** An answer names a message of the same conversation. */
async function refusals(
  { db }: Store,
  all: readonly Said[],
  threads: ReadonlyMap<string, Thread>,
): Promise<ReadonlyMap<Said, Problem>> {
  const asked = all.flatMap(({ message }) => message.replyToId ?? []);
  const threadOf = new Map(
    (asked.length > 0 ? await messagesByIds(db, [...new Set(asked)]) : []).map(({ id, threadId }) => [id, threadId]),
  );
  return new Map(
    all.flatMap((one): [Said, Problem][] => {
      const { id } = one.audience.thread;
      const { replyToId } = one.message;
      if (!threads.has(id)) return [[one, new Problem(conversationUnknown, { id })]];
      if (replyToId === undefined || threadOf.get(replyToId) === id) return [];
      return [[one, new Problem(replyElsewhere, { id: replyToId })]];
    }),
  );
}

/** What is stored of each afterwards, by author and device. */
async function insertNumbered(
  scope: Store,
  said: readonly Said[],
  threads: ReadonlyMap<string, Thread>,
): Promise<ReadonlyMap<string, Stored>> {
  const { db, now } = scope;
  const sent = said.map(({ actor, audience, message }) => ({
    threadId: audience.thread.id,
    authorId: actor.personId,
    clientId: message.clientId,
    isByStaff: audience.isByStaff,
  }));
  for (;;) {
    const before = await messagesOfDevices(db, sent);
    const known = new Map(before.map((message) => [nameOfSent(message), { stored: message, isNew: false }]));
    const { numbered, reached } = numberMessages(sent, threads, new Set(known.keys()), now);
    const fresh = said.flatMap((one, nth) => {
      const number = numbered[nth];
      return number?.kind === 'new' ? [messageOf(scope, one, number.seq)] : [];
    });
    const inserted = await insertMessages(db, fresh);
    if (inserted.length === fresh.length) {
      await saveReached(
        db,
        [...reached].map(([id, to]) => ({ id, ...to, lastMessageAt: now })),
      );
      return new Map([
        ...known,
        ...fresh.map((message) => [nameOfSent(message), { stored: message, isNew: true }] as const),
      ]);
    }
    // The same message was stored in another conversation meanwhile: without it the numbers are others.
    await deleteMessages(db, inserted);
  }
}

const messageOf = (
  { now, newId }: Store,
  { actor, audience, message: { clientId, text, replyToId, fileIds, urgent } }: Said,
  seq: number,
): Message => ({
  id: newId(),
  threadId: audience.thread.id,
  authorId: actor.personId,
  clientId,
  seq,
  changedSeq: seq,
  text,
  replyToId: replyToId ?? null,
  sentAt: now,
  editedAt: null,
  deletedAt: null,
  hasFiles: (fileIds?.length ?? 0) > 0,
  urgentReason: urgent?.reason ?? null,
});

/** Whoever has a conversation open is told from where on to read, and the inbox of everybody who is in it how far it is: once for all of the set. */
function tellOfAll(
  { thread: threadTopic, inbox }: MessageTopics,
  scope: Pick<WriteScope, 'touch'>,
  said: readonly Said[],
  stored: ReadonlyMap<string, Stored>,
): void {
  const news = new Map<string, { from: number; head: number; by: Set<string>; personIds: readonly string[] }>();
  for (const one of said) {
    const its = stored.get(nameOf(one));
    if (!its?.isNew) continue;
    const { threadId, seq, authorId } = its.stored;
    const so = news.get(threadId);
    if (so) so.by.add(authorId);
    news.set(threadId, {
      from: Math.min(seq, so?.from ?? seq),
      head: Math.max(seq, so?.head ?? seq),
      by: so?.by ?? new Set([authorId]),
      personIds: one.audience.personIds,
    });
  }
  for (const [threadId, { from, head, by, personIds }] of news) {
    scope.touch(threadTopic, threadId, { seq: from });
    // Of several authors each has something of the others.
    const [only] = by;
    const hint = { threadId, head, ...(by.size === 1 ? { by: only } : {}) };
    for (const personId of personIds) scope.touch(inbox, personId, hint);
  }
}
