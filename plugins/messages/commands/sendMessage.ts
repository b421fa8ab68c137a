import type { Actor } from '../../../server/access/actor.ts';
import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Topic } from '../../../server/realtime/topic.ts';
import { whyNotTalk } from '../access/mayTalk.ts';
import { whyNotWrite } from '../access/threadAs.ts';
import type { Apis } from '../apis.ts';
import { speaksForSchool } from '../domain/staff.ts';
import { ofMessages } from '../fileOwner.ts';
import { conversationUnknown, mayNotUrge, replyElsewhere } from '../problems.ts';
import { messageViews } from '../queries/messageViews.ts';
import { participantIds } from '../queries/participants.ts';
import type { MessageView, NewMessage } from '../schemas.ts';
import { messageById } from '../store/messages.ts';
import { lockThreads, membersOf, type Thread, threadsByIds } from '../store/threads.ts';
import { type Said, type Stored, storeMessages } from './storeMessages.ts';

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

/** What somebody wants to say in a conversation. */
export interface WantsToSay {
  readonly actor: Actor;
  readonly threadId: string;
  readonly message: NewMessage;
}

/** Who may write there now, and who will hear of it. */
export async function audienceToWrite(apis: Apis, scope: ReadScope, threadId: string): Promise<Audience> {
  const threads = await threadsByIds(scope.db, [threadId]);
  const [audience] = await audiencesToWrite(apis, scope, threads, [{ actor: scope.actor, threadId }]);
  return present(audience);
}

/** The same of many at once: members are read once for all, and each is judged by their own rights. */
async function audiencesToWrite(
  apis: Apis,
  scope: ReadScope,
  threads: readonly Thread[],
  all: readonly Omit<WantsToSay, 'message'>[],
): Promise<readonly (Audience | Problem)[]> {
  const threadOf = new Map(threads.map((thread) => [thread.id, thread]));
  const ids = [...threadOf.keys()];
  const members = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { threadId, personId } of await membersOf(scope.db, ids)) members.get(threadId)?.push(personId);
  const audiences: (Audience | Problem)[] = [];
  for (const { actor, threadId } of all) {
    const thread = threadOf.get(threadId);
    const asActor = { ...scope, actor };
    audiences.push(
      thread
        ? await audienceOf(apis, asActor, thread, members.get(threadId) ?? [])
        : new Problem(conversationUnknown, { id: threadId }),
    );
  }
  return audiences;
}

async function audienceOf(
  apis: Apis,
  scope: ReadScope,
  thread: Thread,
  members: readonly string[],
): Promise<Audience | Problem> {
  const refusal = await whyNotWrite(apis, scope, thread, members);
  if (refusal) return refusal;
  const personIds = await participantIds(apis, scope, thread, members);
  const problem = await whyNotTalk(apis, scope, thread, personIds);
  return problem ?? { thread, personIds, isByStaff: speaksForSchool(scope.actor) };
}

/** Keeps who is in these conversations, and how far they are, as it is until the commit. */
export async function lockConversations({ db, dialect }: WriteScope, threadIds: readonly string[]): Promise<void> {
  await lockThreads(db, dialect, threadIds);
}

/** Stores a message with the next number of its conversation. Sent again by the same device, it is answered as stored. */
export async function sendMessage(
  apis: Apis,
  topics: MessageTopics,
  scope: WriteScope,
  threadId: string,
  message: NewMessage,
): Promise<MessageView> {
  const [view] = await sendMessages(apis, topics, scope, [{ actor: scope.actor, threadId, message }]);
  return present(view);
}

/**
 * The same of many, in their order: one that is refused leaves the others alone. Who may is decided with the conversations
 * locked: whoever takes somebody out of one locks it too, so that nobody writes after that.
 */
export async function sendMessages(
  apis: Apis,
  topics: MessageTopics,
  scope: WriteScope,
  all: readonly WantsToSay[],
): Promise<readonly (MessageView | Problem)[]> {
  const threads = await lockThreads(
    scope.db,
    scope.dialect,
    all.map(({ threadId }) => threadId),
  );
  const audiences = await audiencesToWrite(apis, scope, threads, all);
  const judged = all.map(({ actor, message }, nth): Said | Problem => {
    const audience = audiences[nth] ?? new Problem(conversationUnknown);
    if (audience instanceof Problem) return audience;
    return message.urgent && !apis.notify?.mayUrge({ actor }) ? new Problem(mayNotUrge) : { actor, audience, message };
  });
  const said = judged.flatMap((one) => (one instanceof Problem ? [] : [one]));
  const results = await storeMessages(topics, scope, said, threads);
  for (const [nth, one] of said.entries()) {
    const result = results[nth];
    if (result && !(result instanceof Problem) && result.isNew) await finish(apis, scope.as(one.actor), one, result);
  }
  const stored = results.flatMap((result) => (result instanceof Problem ? [] : [result.stored]));
  const views = new Map((await messageViews(apis, scope, stored)).map((view) => [view.id, view]));
  const inOrder = results.values();
  return judged.map((one) => {
    const result = one instanceof Problem ? one : inOrder.next().value;
    return result instanceof Problem ? result : present(views.get(result?.stored.id ?? ''));
  });
}

/** What few messages have: a reason that could not wait, and files. */
async function finish(
  apis: Apis,
  scope: WriteScope,
  { audience, message: { urgent, fileIds } }: Said,
  { stored }: Stored,
): Promise<void> {
  if (urgent) await urge(apis, scope, audience, stored.id, urgent.reason);
  if (fileIds?.length) await apis.files.attach(scope, { owner: ofMessages, key: stored.id }, fileIds);
}

/** The same without showing it. */
export async function storeMessage(
  topics: MessageTopics,
  scope: WriteScope,
  audience: Audience,
  message: NewMessage,
): Promise<Stored> {
  const threads = await lockThreads(scope.db, scope.dialect, [audience.thread.id]);
  const [result] = await storeMessages(topics, scope, [{ actor: scope.actor, audience, message }], threads);
  return present(result);
}

/** What the only one of a set has become. */
function present<T>(result: T | Problem | undefined): T {
  if (result instanceof Problem) throw result;
  if (result === undefined) throw new Error('A message was stored and is not there');
  return result;
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
