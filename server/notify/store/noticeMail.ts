import type { Knex } from 'knex';
import { updateMany } from '../../db/many.ts';
import type { NoticeArea } from '../domain/area.ts';
import type { MailRule } from '../domain/choice.ts';
import { type Notice, noticeColumns } from './notices.ts';

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

export interface WaitingRow {
  readonly id: string;
  readonly personId: string;
  readonly area: NoticeArea;
  readonly mailRule: MailRule | null;
  readonly mailDueAt: Date;
  readonly readAt: Date | null;
  readonly urgentReason: string | null;
  readonly replyOwner: string | null;
  readonly replyKey: string | null;
}

/** All notices of these people that wait for mail, oldest first. */
export const waitingForMail = (trx: Knex.Transaction, personIds: readonly string[]): Promise<WaitingRow[]> =>
  trx('notify_notice')
    .whereIn('personId', [...personIds])
    .whereNotNull('mailDueAt')
    .orderBy(['createdAt', 'id'])
    .select('id', 'personId', 'area', 'mailRule', 'mailDueAt', 'readAt', 'urgentReason', 'replyOwner', 'replyKey');

/** What becomes of notices that waited: in which mail they went, when they are looked at again, or neither. */
export interface MailFate {
  readonly id: string;
  readonly mailDueAt: Date | null;
  readonly mailId?: string;
}

export const settleMail = (trx: Knex.Transaction, fates: readonly MailFate[]): Promise<void> =>
  updateMany(trx, 'notify_notice', fates);

export interface MailedNotice extends Notice {
  readonly replyOwner: string | null;
  readonly replyKey: string | null;
}

/** Those of the notices that the person has not read yet, oldest first. */
export const unreadAmong = (db: Knex, personId: string, ids: readonly string[]): Promise<MailedNotice[]> =>
  db('notify_notice')
    .where({ personId, readAt: null })
    .whereIn('id', [...ids])
    .orderBy(['createdAt', 'id'])
    .select(...noticeColumns, 'replyOwner', 'replyKey');

/** The notice that a person was told under this key. */
export const noticeByKey = (db: Knex, personId: string, dedupeKey: string): Promise<MailedNotice | undefined> =>
  db('notify_notice')
    .where({ personId, dedupeKey })
    .first(...noticeColumns, 'replyOwner', 'replyKey');

/** The mail of its own in which a notice went out. */
export async function noteMailed(
  trx: Knex.Transaction,
  { mailId, ...which }: { readonly personId: string; readonly dedupeKey: string; readonly mailId: string },
): Promise<void> {
  await trx('notify_notice')
    .where({ ...which })
    .update({ mailId });
}
