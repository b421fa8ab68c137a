import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { whyNotTalk } from '../access/mayTalk.ts';
import { threadAs } from '../access/threadAs.ts';
import type { Apis } from '../apis.ts';
import { ofMessages, ofScheduled } from '../fileOwner.ts';
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
import { type Audience, type MessageTopics, mustBeOf, storeMessage } from './sendMessage.ts';

/** A device's clock may be behind by an hour; what is due within seconds is simply sent by the next round. */
const mostDays = 90;
const dayMs = 86_400_000;
const atOnce = 50;

async function viewsOf({ files }: Apis, { db }: ReadScope, rows: readonly Scheduled[]): Promise<ScheduledView[]> {
  const keys = rows.map(({ id }) => id);
  const kept = await files.filesOf(db, ofScheduled, keys);
  return rows.map(({ id, text, sendAt, isRefused }) => {
    const view = { id, text, sendAt: sendAt.toISOString(), isRefused };
    return { ...view, files: [...(kept.get(id) ?? [])] };
  });
}

async function viewOf(apis: Apis, scope: ReadScope, row: Scheduled): Promise<ScheduledView> {
  const [view] = await viewsOf(apis, scope, [row]);
  if (!view) throw new Error('A message kept for later has no view');
  return view;
}

/** Keeps a message until its time; whether it may be sent is asked again then. */
export async function scheduleMessage(
  apis: Apis,
  scope: WriteScope,
  { thread }: Audience,
  { clientId, text, replyToId, fileIds = [], sendAt: told }: NewScheduled,
): Promise<ScheduledView> {
  const sendAt = new Date(told);
  const ahead = sendAt.getTime() - scope.now.getTime();
  if (ahead <= 0 || ahead > mostDays * dayMs) throw new Problem(sendTimePast, { days: mostDays });
  if (replyToId) await mustBeOf(scope, thread.id, replyToId);
  const ids = { id: scope.newId(), threadId: thread.id, authorId: scope.actor.personId, clientId };
  const row = { ...ids, text, replyToId: replyToId ?? null, sendAt, isRefused: false };
  const kept = await insertScheduled(scope.db, row, scope.now);
  await apis.files.attach(scope, { owner: ofScheduled, key: kept.id }, fileIds);
  return viewOf(apis, scope, kept);
}

/** The actor's own messages that wait in a conversation. */
export async function listScheduled(apis: Apis, scope: ReadScope, threadId: string): Promise<ScheduledList> {
  await threadAs(apis, scope, threadId);
  const rows = await scheduledOf(scope.db, scope.actor.personId, threadId);
  return { items: await viewsOf(apis, scope, rows) };
}

/** Takes one back that waits; one that was sent is no longer there. */
export async function takeBackScheduled(apis: Apis, scope: WriteScope, id: string): Promise<ScheduledView> {
  const row = await scheduledById(scope.db, id);
  if (row?.authorId !== scope.actor.personId) throw new Problem(scheduledUnknown, { id });
  const view = await viewOf(apis, scope, row);
  await apis.files.detach(scope, { owner: ofScheduled, key: id });
  await deleteScheduled(scope.db, id);
  return view;
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
      await sendOne(apis, topics, asAuthor, audience, row);
    }
  }
}

/** Its files go over from what waited to what was sent. */
async function sendOne(
  { files }: Apis,
  topics: MessageTopics,
  scope: WriteScope,
  audience: Audience,
  { id, clientId, text, replyToId }: Scheduled,
): Promise<void> {
  const fileIds = (await files.filesOf(scope.db, ofScheduled, [id])).get(id)?.map((file) => file.id) ?? [];
  const answered = replyToId ? { replyToId } : {};
  const { stored } = await storeMessage(topics, scope, audience, { clientId, text, fileIds, ...answered });
  await files.detach(scope, { owner: ofScheduled, key: id });
  await files.attach(scope, { owner: ofMessages, key: stored.id }, fileIds);
  await deleteScheduled(scope.db, id);
}
