import type { Knex } from 'knex';
import { deleteMany, idList, idListOf, insertMany } from '../../../server/db/many.ts';
import { prepared } from '../../../server/db/prepared.ts';

export interface Message {
  readonly id: string;
  readonly threadId: string;
  readonly authorId: string;
  readonly clientId: string;
  /** Its place in the conversation. */
  readonly seq: number;
  /** Number of its latest change; `seq` when there was none. */
  readonly changedSeq: number;
  readonly text: string;
  readonly replyToId: string | null;
  readonly sentAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly hasFiles: boolean;
  /** Why it could not wait for the end of quiet hours; null for nearly all. */
  readonly urgentReason: string | null;
}

const columns = [
  'id',
  'threadId',
  'authorId',
  'clientId',
  'seq',
  'changedSeq',
  'text',
  'replyToId',
  'sentAt',
  'editedAt',
  'deletedAt',
  'hasFiles',
  'urgentReason',
] as const;

/** Leaves out those that their authors' devices have sent before; returns what was stored. */
export async function insertMessages(
  trx: Knex.Transaction,
  messages: readonly Message[],
): Promise<readonly Pick<Message, 'id'>[]> {
  if (messages.length === 0) return [];
  await insertMany(trx, 'messages_message', messages, { on: ['authorId', 'clientId'], take: 'ignore' });
  return storedAmong(trx, { ids: JSON.stringify(messages.map(({ id }) => id)) });
}

const storedAmong = prepared<{ ids: string }, Pick<Message, 'id'>>((db, value) =>
  db('messages_message')
    .whereIn('id', idListOf(db, value('ids')))
    .select('id'),
);

/** Of this transaction only: what was said stays. */
export const deleteMessages = (trx: Knex.Transaction, messages: readonly Pick<Message, 'id'>[]): Promise<void> =>
  messages.length === 0 ? Promise.resolve() : deleteMany(trx, 'messages_message', messages);

type OfDevice = Pick<Message, 'authorId' | 'clientId'>;

/** Pairs are joined, so that each is one step in the index. */
const ofDevices = prepared<{ sent: string }, Message>((db, value) =>
  db
    .from(
      db.client.config.client === 'pg'
        ? db.raw('json_to_recordset(?::json) as sent(author_id uuid, client_id uuid)', [value('sent')])
        : db.raw(
            `(select value->>'author_id' as author_id, value->>'client_id' as client_id from json_each(?)) as sent`,
            [value('sent')],
          ),
    )
    .join('messages_message as message', { 'message.authorId': 'sent.authorId', 'message.clientId': 'sent.clientId' })
    .select(columns.map((name) => `message.${name}`)),
);

/** What is stored of messages, by author and device. */
export const messagesOfDevices = (db: Knex, sent: readonly OfDevice[]): Promise<readonly Message[]> =>
  ofDevices(db, {
    sent: JSON.stringify(sent.map(({ authorId, clientId }) => ({ author_id: authorId, client_id: clientId }))),
  });

export const messageById = (db: Knex, id: string): Promise<Message | undefined> =>
  db('messages_message')
    .where({ id })
    .first(...columns);

export const messagesByIds = (db: Knex, ids: readonly string[]): Promise<Message[]> =>
  db('messages_message')
    .whereIn('id', idList(db, ids))
    .select(...columns);

/** Messages that changed after a number, in the order of their changes. */
export const changesSince = (db: Knex, threadId: string, since: number, limit: number): Promise<Message[]> =>
  db('messages_message')
    .where({ threadId })
    .where('changedSeq', '>', since)
    .orderBy('changedSeq')
    .limit(limit)
    .select(...columns);

/** Messages before a place in the conversation, the newest first. */
export const messagesBefore = (db: Knex, threadId: string, before: number, limit: number): Promise<Message[]> =>
  db('messages_message')
    .where({ threadId })
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(limit)
    .select(...columns);

export async function changeMessage(
  trx: Knex.Transaction,
  id: string,
  change: Partial<Pick<Message, 'text' | 'editedAt' | 'deletedAt' | 'hasFiles' | 'urgentReason'>> & {
    readonly changedSeq: number;
  },
): Promise<void> {
  await trx('messages_message').where({ id }).update(change);
}

const newestOfThreads = prepared<{ threadIds: string }, Message>((db, value) =>
  db('messages_message as message')
    .whereIn('message.threadId', idListOf(db, value('threadIds')))
    .where(
      'message.seq',
      db('messages_message as other').where('other.threadId', db.ref('message.threadId')).max('other.seq'),
    )
    .select(columns.map((name) => `message.${name}`)),
);

/** The newest message of each conversation. */
export const newestOf = (db: Knex, threadIds: readonly string[]): Promise<readonly Message[]> =>
  newestOfThreads(db, { threadIds: JSON.stringify(threadIds) });

const unreadOfThreads = prepared<
  { threadIds: string; personId: string },
  { readonly threadId: string; readonly unread: number }
>((db, value) =>
  db('messages_message as message')
    .leftJoin(
      db('messages_mark')
        .where({ personId: value('personId') })
        .select('threadId', 'readSeq')
        .as('mark'),
      'mark.threadId',
      'message.threadId',
    )
    .whereIn('message.threadId', idListOf(db, value('threadIds')))
    .where('message.authorId', '!=', value('personId'))
    .whereNull('message.deletedAt')
    .whereRaw('message.seq > coalesce(mark.read_seq, 0)')
    .groupBy('message.threadId')
    .select({ threadId: 'message.threadId' })
    .count({ unread: '*' }),
);

/** Messages of others that a person has not read, by conversation. */
export async function unreadOf(
  db: Knex,
  personId: string,
  threadIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await unreadOfThreads(db, { threadIds: JSON.stringify(threadIds), personId });
  return new Map(rows.map(({ threadId, unread }) => [threadId, Number(unread)]));
}
