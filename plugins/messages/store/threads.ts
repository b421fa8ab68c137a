import type { Knex } from 'knex';
import { idListOf, updateMany } from '../../../server/db/many.ts';
import { prepared } from '../../../server/db/prepared.ts';
import type { Dialect } from '../../../server/host/scope.ts';

export type ThreadKind = 'people' | 'family' | 'staff';

export interface Thread {
  readonly id: string;
  readonly kind: ThreadKind;
  readonly aboutId: string | null;
  readonly isSupervised: boolean;
  readonly isGuarded: boolean;
  readonly lastSeq: number;
  readonly lastMessageAt: Date | null;
  readonly toldSeq: number;
  /** Since when somebody of a family has had no answer of the staff. */
  readonly askedAt: Date | null;
}

export interface ThreadRow extends Omit<Thread, 'lastSeq' | 'lastMessageAt' | 'toldSeq' | 'askedAt'> {
  readonly sameKey: string;
  readonly createdById: string;
  readonly createdAt: Date;
}

export const threadColumns = [
  'id',
  'kind',
  'aboutId',
  'isSupervised',
  'isGuarded',
  'lastSeq',
  'lastMessageAt',
  'toldSeq',
  'askedAt',
] as const;

export async function threadById(db: Knex, id: string): Promise<Thread | undefined> {
  const [thread] = await threadsByIds(db, [id]);
  return thread;
}

/** Makes a conversation unless the same one is there. Returns the id of whichever it is, and whether it is new. */
export async function insertThread(
  trx: Knex.Transaction,
  row: ThreadRow,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const made: { id: string }[] = await trx('messages_thread')
    .insert(row)
    .onConflict('sameKey')
    .ignore()
    .returning('id');
  if (made[0]) return { id: made[0].id, isNew: true };
  const there: { id: string } | undefined = await trx('messages_thread').where({ sameKey: row.sameKey }).first('id');
  if (!there) throw new Error('A conversation is there and not there');
  return { id: there.id, isNew: false };
}

export async function insertMembers(
  trx: Knex.Transaction,
  threadId: string,
  personIds: readonly string[],
  joinedAt: Date,
): Promise<void> {
  await trx('messages_member').insert(personIds.map((personId) => ({ threadId, personId, joinedAt })));
}

interface Member {
  readonly threadId: string;
  readonly personId: string;
}

const membersOfThreads = prepared<{ threadIds: string }, Member>((db, value) =>
  db('messages_member')
    .whereIn('threadId', idListOf(db, value('threadIds')))
    .orderBy('personId')
    .select('threadId', 'personId'),
);

/** Members by hand of conversations between people. */
export const membersOf = (db: Knex, threadIds: readonly string[]): Promise<readonly Member[]> =>
  membersOfThreads(db, { threadIds: JSON.stringify(threadIds) });

/** Conversations as they are until the commit: nobody else numbers anything in them meanwhile. SQLite has one writer anyway. */
export const lockThreads = (
  trx: Knex.Transaction,
  dialect: Dialect,
  ids: readonly string[],
): Promise<readonly Thread[]> =>
  (dialect === 'postgres' ? lockedThreads : threadsAmong)(trx, { ids: JSON.stringify(ids) });

const threadsAmong = prepared<{ ids: string }, Thread>((db, value) => amongThreads(db, value('ids')));
const lockedThreads = prepared<{ ids: string }, Thread>((db, value) => amongThreads(db, value('ids')).forUpdate());

/** In the order of their ids, in which all processes lock them. */
const amongThreads = (db: Knex, ids: Knex.Raw): Knex.QueryBuilder =>
  db('messages_thread')
    .whereIn('id', idListOf(db, ids))
    .orderBy('id')
    .select(...threadColumns);

export type ReachedRow = Pick<Thread, 'id' | 'lastSeq' | 'askedAt'> & { readonly lastMessageAt: Date };

/** How far conversations are after something was said in them. */
export const saveReached = (trx: Knex.Transaction, rows: readonly ReachedRow[]): Promise<void> =>
  updateMany(trx, 'messages_thread', rows);

/** Nobody waits for an answer any more. */
export async function markAnswered(trx: Knex.Transaction, id: string): Promise<void> {
  await trx('messages_thread').where({ id }).whereNotNull('askedAt').update({ askedAt: null });
}

/** The next number for a change of what is there. */
export async function nextSeq(trx: Knex.Transaction, threadId: string): Promise<number> {
  const rows: { lastSeq: number }[] = await trx('messages_thread')
    .where({ id: threadId })
    .update({ lastSeq: trx.raw('last_seq + 1') })
    .returning('lastSeq');
  if (!rows[0]) throw new Error('The conversation is gone');
  return rows[0].lastSeq;
}

export const threadsByIds = (db: Knex, ids: readonly string[]): Promise<readonly Thread[]> =>
  threadsAmong(db, { ids: JSON.stringify(ids) });

/** Conversations with changes that nobody was told of. */
export const untoldThreads = (db: Knex, limit: number): Promise<Thread[]> =>
  db('messages_thread')
    .whereRaw('last_seq > told_seq')
    .orderBy('id')
    .limit(limit)
    .select(...threadColumns);

export async function markTold(trx: Knex.Transaction, id: string, toldSeq: number): Promise<void> {
  await trx('messages_thread').where({ id }).update({ toldSeq });
}

/** Last numbers of conversations. */
export const headsOf = (
  db: Knex,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly lastSeq: number }[]> =>
  db('messages_thread').whereIn('id', ids).select('id', 'lastSeq');

/** Conversations about a student. */
export const threadsAbout = (db: Knex, aboutId: string): Promise<Thread[]> =>
  db('messages_thread')
    .where({ aboutId })
    .orderBy('id')
    .limit(100)
    .select(...threadColumns);
