import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Topic } from '../../../server/realtime/topic.ts';
import { mustStillTalk } from '../access/mayTalk.ts';
import { threadToWrite } from '../access/threadAs.ts';
import type { Apis } from '../apis.ts';
import { speaksForSchool } from '../domain/staff.ts';
import { ofMessages } from '../fileOwner.ts';
import { mayNotUrge, replyElsewhere } from '../problems.ts';
import { messageViews } from '../queries/messageViews.ts';
import { participantIds } from '../queries/participants.ts';
import type { MessageView, NewMessage } from '../schemas.ts';
import { insertMessage, type Message, messageById, messageOfDevice } from '../store/messages.ts';
import { giveSeqBack, type Thread, takeSeq } from '../store/threads.ts';

/** Whom a change of a conversation is told. */
export interface Audience {
  readonly thread: Thread;
  readonly personIds: readonly string[];
  /** Whether its author speaks for the school. */
  readonly isByStaff: boolean;
}

export interface MessageTopics {
  readonly thread: Topic;
  readonly inbox: Topic;
}

/** Who may write there, and who will hear of it; read before the transaction. */
export async function audienceToWrite(apis: Apis, scope: ReadScope, threadId: string): Promise<Audience> {
  const thread = await threadToWrite(apis, scope, threadId);
  const personIds = await participantIds(apis, scope, thread);
  await mustStillTalk(apis, scope, thread, personIds);
  return { thread, personIds, isByStaff: speaksForSchool(scope.actor) };
}

/** Stores a message with the next number of its conversation. Sent again by the same device, it is answered as stored. */
export async function sendMessage(
  apis: Apis,
  topics: MessageTopics,
  scope: WriteScope,
  audience: Audience,
  message: NewMessage,
): Promise<MessageView> {
  const { urgent } = message;
  if (urgent && !apis.notify?.mayUrge(scope)) throw new Problem(mayNotUrge);
  const { stored, isNew } = await storeMessage(topics, scope, audience, message);
  if (urgent && isNew) await urge(apis, scope, audience, stored.id, urgent.reason);
  if (isNew && message.fileIds?.length)
    await apis.files.attach(scope, { owner: ofMessages, key: stored.id }, message.fileIds);
  const [view] = await messageViews(apis, scope, [stored]);
  if (!view) throw new Error('A message was stored and is not there');
  return view;
}

/** The same without showing it. */
export async function storeMessage(
  topics: MessageTopics,
  scope: WriteScope,
  audience: Audience,
  { clientId, text, replyToId, fileIds, urgent }: NewMessage,
): Promise<{ readonly stored: Message; readonly isNew: boolean }> {
  const { thread, isByStaff } = audience;
  const { actor, now } = scope;
  if (replyToId) await mustBeOf(scope, thread.id, replyToId);
  const seq = await takeSeq(scope.db, thread.id, { authorId: actor.personId, clientId, now, isByStaff });
  const message: Message = {
    id: scope.newId(),
    threadId: thread.id,
    authorId: actor.personId,
    clientId,
    seq: seq ?? 0,
    changedSeq: seq ?? 0,
    text,
    replyToId: replyToId ?? null,
    sentAt: now,
    editedAt: null,
    deletedAt: null,
    hasFiles: (fileIds?.length ?? 0) > 0,
    urgentReason: urgent?.reason ?? null,
  };
  const isNew = seq !== undefined && (await insertMessage(scope.db, message));
  // Two processes took the same message at once: the other one has stored it.
  if (seq !== undefined && !isNew) await giveSeqBack(scope.db, thread.id);
  if (isNew) tellOf(topics, scope, audience, seq);
  const stored = isNew ? message : await messageOfDevice(scope.db, actor.personId, clientId);
  if (!stored) throw new Error('A message was stored and is not there');
  return { stored, isNew };
}

/** Tells the others at once, quiet hours or not; who decided so, and why, is written down. */
async function urge(
  { notify }: Apis,
  scope: WriteScope,
  { thread, personIds }: Audience,
  messageId: string,
  reason: string,
): Promise<void> {
  await notify?.tell(scope, {
    personIds: personIds.filter((id) => id !== scope.actor.personId),
    kind: 'messages.urgent',
    ...(thread.aboutId ? { aboutPersonId: thread.aboutId } : {}),
    params: {},
    link: `/messages/${thread.id}`,
    dedupeKey: `messages.urgent:${messageId}`,
    urgent: { reason },
  });
}

/** Tells whoever has the conversation open, and the inbox of everybody who is in it. */
export function tellOf(
  topics: MessageTopics,
  scope: Pick<WriteScope, 'touch' | 'actor'>,
  { thread, personIds }: Pick<Audience, 'thread' | 'personIds'>,
  seq: number,
): void {
  const by = scope.actor.personId;
  scope.touch(topics.thread, thread.id, { seq });
  for (const personId of personIds) scope.touch(topics.inbox, personId, { threadId: thread.id, head: seq, by });
}

/** Whoever answers a message answers one of the same conversation. */
export async function mustBeOf({ db }: ReadScope, threadId: string, messageId: string): Promise<void> {
  const message = await messageById(db, messageId);
  if (message?.threadId !== threadId) throw new Problem(replyElsewhere, { id: messageId });
}
