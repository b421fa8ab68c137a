import type { Knex } from 'knex';
import type { Notice } from './notices.ts';

/** Marks a person's new notice as one that also goes out by mail. */
export const planMail = (
  trx: Knex.Transaction,
  personId: string,
  dedupeKey: string,
  mailDueAt: Date,
): Promise<number> => trx('notify_notice').where({ personId, dedupeKey }).update({ mailDueAt });

/** People for whom mail is due, those who have waited longest first. */
export async function peopleWithMailDue(trx: Knex.Transaction, now: Date, limit: number): Promise<string[]> {
  const rows: { personId: string }[] = await trx('notify_notice')
    .where('mailDueAt', '<=', now)
    .groupBy('personId')
    .orderByRaw('min(mail_due_at)')
    .limit(limit)
    .select('personId');
  return rows.map(({ personId }) => personId);
}

/** Takes all of a person's notices that wait for mail, due or not yet: they go in one. Returns the unread ones, oldest first. */
export async function takeForMail(trx: Knex.Transaction, personId: string): Promise<string[]> {
  const rows: { id: string }[] = await trx('notify_notice')
    .where({ personId, readAt: null })
    .whereNotNull('mailDueAt')
    .orderBy(['createdAt', 'id'])
    .select('id');
  await trx('notify_notice').where({ personId }).whereNotNull('mailDueAt').update({ mailDueAt: null });
  return rows.map(({ id }) => id);
}

/** Those of the notices that the person has not read yet, oldest first. */
export const unreadAmong = (db: Knex, personId: string, ids: readonly string[]): Promise<Notice[]> =>
  db('notify_notice')
    .where({ personId, readAt: null })
    .whereIn('id', [...ids])
    .orderBy(['createdAt', 'id'])
    .select('id', 'kind', 'aboutPersonId', 'paramsJson', 'link', 'createdAt', 'readAt');
