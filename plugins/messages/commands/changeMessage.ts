import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { threadAs, threadToWrite } from '../access/threadAs.ts';
import type { Apis } from '../apis.ts';
import { speaksForSchool } from '../domain/staff.ts';
import { ofMessages } from '../fileOwner.ts';
import { messageDeleted, messageUnknown, notYourMessage } from '../problems.ts';
import { messageViews } from '../queries/messageViews.ts';
import { participantIds } from '../queries/participants.ts';
import type { MessageView } from '../schemas.ts';
import { changeMessage, type Message, messageById } from '../store/messages.ts';
import { nextSeq } from '../store/threads.ts';
import { type Audience, type MessageTopics, tellOf } from './sendMessage.ts';

/** One's own message, and who will hear of its change; read before the transaction. */
export async function messageToChange(apis: Apis, scope: ReadScope, id: string): Promise<Audience> {
  const message = await messageById(scope.db, id);
  if (!message) throw new Problem(messageUnknown, { id });
  const { thread } = await threadAs(apis, scope, message.threadId).catch((reason: unknown) => {
    throw reason instanceof Problem ? new Problem(messageUnknown, { id }) : reason;
  });
  if (message.authorId !== scope.actor.personId) throw new Problem(notYourMessage, { id });
  await threadToWrite(apis, scope, thread.id);
  return { thread, personIds: await participantIds(apis, scope, thread), isByStaff: speaksForSchool(scope.actor) };
}

/** Replaces the words of one's own message; everybody sees that it was edited. */
export const editMessage = (
  apis: Apis,
  topics: MessageTopics,
  scope: WriteScope,
  audience: Audience,
  id: string,
  text: string,
): Promise<MessageView> =>
  change(apis, topics, scope, audience, id, (message) => {
    if (message.deletedAt) throw new Problem(messageDeleted, { id });
    return message.text === text ? undefined : { text, editedAt: scope.now };
  });

/** Takes the words of one's own message away; its place stays. */
export const deleteMessage = (
  apis: Apis,
  topics: MessageTopics,
  scope: WriteScope,
  audience: Audience,
  id: string,
): Promise<MessageView> =>
  change(apis, topics, scope, audience, id, (message) =>
    message.deletedAt ? undefined : { text: '', deletedAt: scope.now, hasFiles: false, urgentReason: null },
  );

type Change = Partial<Pick<Message, 'text' | 'editedAt' | 'deletedAt' | 'hasFiles' | 'urgentReason'>>;

/** Changes what is there under the lock of its conversation; doing the same again changes nothing. */
async function change(
  apis: Apis,
  topics: MessageTopics,
  scope: WriteScope,
  audience: Audience,
  id: string,
  decide: (message: Message) => Change | undefined,
): Promise<MessageView> {
  const changedSeq = await nextSeq(scope.db, audience.thread.id);
  const message = await messageById(scope.db, id);
  if (!message) throw new Problem(messageUnknown, { id });
  const changes = decide(message);
  if (changes?.deletedAt && message.hasFiles) await apis.files.detach(scope, { owner: ofMessages, key: id });
  const changed = { ...message, ...changes, changedSeq };
  // A number is never taken for nothing: even without a change, the message tells that number.
  await changeMessage(scope.db, id, { ...changes, changedSeq });
  tellOf(topics, scope, audience, changedSeq);
  const [view] = await messageViews(apis, scope, [changed]);
  if (!view) throw new Error('A message was changed and is not there');
  return view;
}
