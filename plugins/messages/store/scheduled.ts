import type { Knex } from 'knex';

/** A message that is to be sent later. */
export interface Scheduled {
  readonly id: string;
  readonly threadId: string;
  readonly authorId: string;
  readonly clientId: string;
  readonly text: string;
  readonly replyToId: string | null;
  readonly sendAt: Date;
  readonly isRefused: boolean;
}

const columns = ['id', 'threadId', 'authorId', 'clientId', 'text', 'replyToId', 'sendAt', 'isRefused'] as const;

export async function insertScheduled(trx: Knex.Transaction, row: Scheduled, createdAt: Date): Promise<Scheduled> {
  await trx('messages_scheduled')
    .insert({ ...row, createdAt })
    .onConflict(['authorId', 'clientId'])
    .ignore();
  const { authorId, clientId } = row;
  const stored: Scheduled | undefined = await trx('messages_scheduled')
    .where({ authorId, clientId })
    .first(...columns);
  return stored ?? row;
}

export const scheduledOf = (db: Knex, authorId: string, threadId: string): Promise<Scheduled[]> =>
  db('messages_scheduled')
    .where({ authorId, threadId })
    .orderBy('sendAt')
    .limit(50)
    .select(...columns);

export const scheduledById = (db: Knex, id: string): Promise<Scheduled | undefined> =>
  db('messages_scheduled')
    .where({ id })
    .first(...columns);

/** Whose time has come, the earliest first. */
export const dueScheduled = (db: Knex, now: Date, limit: number): Promise<Scheduled[]> =>
  db('messages_scheduled')
    .where('sendAt', '<=', now)
    .where({ isRefused: false })
    .orderBy(['sendAt', 'id'])
    .limit(limit)
    .select(...columns);

export async function deleteScheduled(trx: Knex.Transaction, id: string): Promise<void> {
  await trx('messages_scheduled').where({ id }).delete();
}

export async function refuseScheduled(trx: Knex.Transaction, id: string): Promise<void> {
  await trx('messages_scheduled').where({ id }).update({ isRefused: true });
}
