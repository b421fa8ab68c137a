import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { whyNotTalk } from '../access/mayTalk.ts';
import { threadAs } from '../access/threadAs.ts';
import type { Apis } from '../apis.ts';
import { scheduledUnknown, sendTimePast } from '../problems.ts';
import { participantIds } from '../queries/participants.ts';
import type { NewScheduled, ScheduledList, ScheduledView } from '../schemas.ts';
import {
  deleteScheduled,
  dueScheduled,
  insertScheduled,
  refuseScheduled,
  type Scheduled,
  scheduledById,
  scheduledOf,
} from '../store/scheduled.ts';
import { threadById } from '../store/threads.ts';
import { type Audience, type MessageTopics, storeMessage } from './sendMessage.ts';

/** A device's clock may be behind by an hour; what is due within seconds is simply sent by the next round. */
const mostDays = 90;
const dayMs = 86_400_000;
const atOnce = 50;

const viewOf = ({ id, text, sendAt, isRefused }: Scheduled): ScheduledView => ({
  id,
  text,
  sendAt: sendAt.toISOString(),
  isRefused,
});

/** Keeps a message until its time; whether it may be sent is asked again then. */
export async function scheduleMessage(
  scope: WriteScope,
  { thread }: Audience,
  { clientId, text, sendAt: told }: NewScheduled,
): Promise<ScheduledView> {
  const sendAt = new Date(told);
  const ahead = sendAt.getTime() - scope.now.getTime();
  if (ahead <= 0 || ahead > mostDays * dayMs) throw new Problem(sendTimePast, { days: mostDays });
  const row = { id: scope.newId(), threadId: thread.id, authorId: scope.actor.personId, clientId, text, sendAt };
  return viewOf(await insertScheduled(scope.db, { ...row, isRefused: false }, scope.now));
}

/** The actor's own messages that wait in a conversation. */
export async function listScheduled(apis: Apis, scope: ReadScope, threadId: string): Promise<ScheduledList> {
  await threadAs(apis, scope, threadId);
  const rows = await scheduledOf(scope.db, scope.actor.personId, threadId);
  return { items: rows.map(viewOf) };
}

/** Takes one back that waits; one that was sent is no longer there. */
export async function takeBackScheduled(scope: WriteScope, id: string): Promise<ScheduledView> {
  const row = await scheduledById(scope.db, id);
  if (row?.authorId !== scope.actor.personId) throw new Problem(scheduledUnknown, { id });
  await deleteScheduled(scope.db, id);
  return viewOf(row);
}

/** Sends what is due, in the name of its author; whoever may no longer write there keeps the words and learns why. */
export async function sendDue(apis: Apis, topics: MessageTopics, scope: WriteScope): Promise<void> {
  for (const row of await dueScheduled(scope.db, scope.now, atOnce)) {
    const thread = await threadById(scope.db, row.threadId);
    const personIds = thread ? await participantIds(apis, scope, thread) : [];
    const asAuthor = { ...scope, actor: { ...scope.actor, personId: row.authorId } };
    const isOfIt = thread !== undefined && personIds.includes(row.authorId);
    if (!isOfIt || (await whyNotTalk(apis, scope, thread, personIds))) await refuseScheduled(scope.db, row.id);
    else {
      const isByStaff = (await apis.school.staffRolesAmong(scope, [row.authorId])).has(row.authorId);
      const audience = { thread, personIds, isByStaff };
      await storeMessage(topics, asAuthor, audience, { clientId: row.clientId, text: row.text });
      await deleteScheduled(scope.db, row.id);
    }
  }
}
