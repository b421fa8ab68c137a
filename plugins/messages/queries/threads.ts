import type { ReadScope } from '../../../server/host/scope.ts';
import { mayStillTalk } from '../access/mayTalk.ts';
import { ofActor } from '../access/ownThreads.ts';
import { supervisedBy, threadAs } from '../access/threadAs.ts';
import type { Apis } from '../apis.ts';
import type { ThreadBrief, ThreadList, ThreadsQuery, ThreadView } from '../schemas.ts';
import { marksOf } from '../store/marks.ts';
import { newestOf, unreadOf } from '../store/messages.ts';
import { membersOf, type Thread, threadColumns } from '../store/threads.ts';
import { messageViews, namedPeople } from './messageViews.ts';
import { participantIds, supervisorIdsOf } from './participants.ts';
import { quietOf } from './quiet.ts';

/** Conversations in which something was said, the latest first; of those that wait for an answer, the longest waiting. */
export async function listThreads(apis: Apis, scope: ReadScope, query: ThreadsQuery): Promise<ThreadList> {
  const found = await threadsOf(apis, scope, query);
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1)?.[query.which === 'unanswered' ? 'askedAt' : 'lastMessageAt'];
  const next = found.length > shown.length ? (last?.toISOString() ?? null) : null;
  const items = await briefs(apis, scope, shown);
  // Whoever looks over a conversation leaves no mark, so nothing is new to them either.
  return { items: query.which === 'supervised' ? items.map((one) => ({ ...one, unread: 0 })) : items, next };
}

function threadsOf(apis: Apis, scope: ReadScope, { which, after, limit }: ThreadsQuery): Promise<Thread[]> {
  const { db, actor } = scope;
  const query = db('messages_thread').where('lastSeq', '>', 0);
  if (which === 'supervised')
    query
      .where('isSupervised', true)
      .whereIn('aboutId', supervisedBy(apis, scope))
      .whereNotIn('id', db('messages_member').where({ personId: actor.personId }).select('threadId'));
  else query.where(ofActor(apis, scope));
  const [column, order, beyond] =
    which === 'unanswered' ? (['askedAt', 'asc', '>'] as const) : (['lastMessageAt', 'desc', '<'] as const);
  if (which === 'unanswered') query.whereNotNull('askedAt');
  if (after) query.where(column, beyond, new Date(after));
  return query
    .orderBy([
      { column, order },
      { column: 'id', order },
    ])
    .limit(limit + 1)
    .select(...threadColumns);
}

/** Conversations as lists show them. */
export async function briefs(apis: Apis, scope: ReadScope, threads: readonly Thread[]): Promise<ThreadBrief[]> {
  const ids = threads.map(({ id }) => id);
  const members = await membersOf(scope.db, ids);
  const rows = await newestOf(scope.db, ids);
  const newest = await messageViews(apis, scope, rows);
  const unread = await unreadOf(scope.db, scope.actor.personId, ids);
  const person = await namedPeople(apis, scope, [
    ...members.map(({ personId }) => personId),
    ...threads.flatMap(({ aboutId }) => aboutId ?? []),
  ]);
  const lastOf = new Map(rows.map(({ threadId, id }) => [threadId, newest.find((view) => view.id === id)]));
  return threads.map((thread) => ({
    ...plain(thread, person),
    people: members.filter(({ threadId }) => threadId === thread.id).map(({ personId }) => person(personId)),
    unread: unread.get(thread.id) ?? 0,
    last: lastOf.get(thread.id) ?? null,
  }));
}

type Person = ReturnType<typeof namedPeople> extends Promise<infer P> ? P : never;

const plain = ({ id, kind, aboutId, isSupervised, lastSeq, askedAt }: Thread, person: Person) => ({
  id,
  kind,
  about: aboutId === null ? null : person(aboutId),
  isSupervised,
  headSeq: lastSeq,
  askedAt: askedAt?.toISOString() ?? null,
});

/** One conversation: who is in it, who can read it, how far each has read, and what the reader may do. */
export async function showThread(apis: Apis, scope: ReadScope, threadId: string): Promise<ThreadView> {
  const { thread, part } = await threadAs(apis, scope, threadId);
  const people = await participantIds(apis, scope, thread);
  const supervisors =
    thread.isSupervised && thread.aboutId !== null ? await supervisorIdsOf(apis, scope, thread.aboutId) : [];
  const others = supervisors.filter((id) => !people.includes(id));
  const person = await namedPeople(apis, scope, [...people, ...others, ...(thread.aboutId ? [thread.aboutId] : [])]);
  const unread = await unreadOf(scope.db, scope.actor.personId, [threadId]);
  const marks = await marksOf(scope.db, threadId);
  const mayWrite = part === 'writer' && (await mayStillTalk(apis, scope, thread, people));
  return {
    ...plain(thread, person),
    people: people.map(person),
    supervisors: others.map(person),
    part,
    unread: unread.get(threadId) ?? 0,
    marks: marks.map(({ personId, readSeq, deliveredSeq }) => ({ personId, readSeq, deliveredSeq })),
    quiet: mayWrite ? await quietOf(apis, scope, people) : [],
    may: { write: mayWrite, urge: mayWrite && (apis.notify?.mayUrge(scope) ?? false) },
  };
}
