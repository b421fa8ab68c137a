import type { Knex } from 'knex';

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

/** False when the author's device has sent it before. */
export async function insertMessage(trx: Knex.Transaction, message: Message): Promise<boolean> {
  const rows: unknown[] = await trx('messages_message')
    .insert(message)
    .onConflict(['authorId', 'clientId'])
    .ignore()
    .returning('id');
  return rows.length > 0;
}

export const messageOfDevice = (db: Knex, authorId: string, clientId: string): Promise<Message | undefined> =>
  db('messages_message')
    .where({ authorId, clientId })
    .first(...columns);

export const messageById = (db: Knex, id: string): Promise<Message | undefined> =>
  db('messages_message')
    .where({ id })
    .first(...columns);

export const messagesByIds = (db: Knex, ids: readonly string[]): Promise<Message[]> =>
  db('messages_message')
    .whereIn('id', ids)
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

/** The newest message of each conversation. */
export const newestOf = (db: Knex, threadIds: readonly string[]): Promise<Message[]> =>
  db('messages_message as message')
    .whereIn('message.threadId', threadIds)
    .where(
      'message.seq',
      db('messages_message as other').where('other.threadId', db.ref('message.threadId')).max('other.seq'),
    )
    .select(columns.map((name) => `message.${name}`));

/** Messages of others that a person has not read, by conversation. */
export async function unreadOf(
  db: Knex,
  personId: string,
  threadIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows: { threadId: string; unread: number }[] = await db('messages_message as message')
    .leftJoin('messages_mark as mark', (on) =>
      on.on('mark.threadId', 'message.threadId').andOnVal('mark.personId', personId),
    )
    .whereIn('message.threadId', threadIds)
    .where('message.authorId', '!=', personId)
    .whereNull('message.deletedAt')
    .whereRaw('message.seq > coalesce(mark.read_seq, 0)')
    .groupBy('message.threadId')
    .select({ threadId: 'message.threadId' })
    .count({ unread: '*' });
  return new Map(rows.map(({ threadId, unread }) => [threadId, Number(unread)]));
}
