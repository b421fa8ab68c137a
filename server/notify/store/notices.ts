import type { Knex } from 'knex';
import { prepared } from '../../db/prepared.ts';
import type { NoticeArea } from '../domain/area.ts';
import type { MailRule } from '../domain/choice.ts';

export type NoticeParams = Readonly<Record<string, string | number | boolean | null>>;

export interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly area: NoticeArea;
  readonly aboutPersonId: string | null;
  readonly paramsJson: NoticeParams;
  readonly link: string;
  readonly urgentReason: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export const noticeColumns = [
  'id',
  'kind',
  'area',
  'aboutPersonId',
  'paramsJson',
  'link',
  'urgentReason',
  'createdAt',
  'readAt',
] as const;

export interface NoticeRow extends Omit<Notice, 'paramsJson' | 'readAt'> {
  readonly personId: string;
  readonly dedupeKey: string;
  /** Of what it tells, when it may grow. */
  readonly things: readonly string[] | null;
  readonly params: NoticeParams;
  readonly urgentById: string | null;
  readonly replyOwner: string | null;
  readonly replyKey: string | null;
  /** By which choice it goes out by mail; null where the person cannot be reached so. */
  readonly mailRule: MailRule | null;
  readonly mailDueAt: Date | null;
  readonly pushDueAt: Date | null;
}

const rowsPerInsert = 500;

/** Returns whom the notice is new to. */
export async function insertNotices(trx: Knex.Transaction, notices: readonly NoticeRow[]): Promise<string[]> {
  const told: string[] = [];
  for (let from = 0; from < notices.length; from += rowsPerInsert) {
    const rows = notices.slice(from, from + rowsPerInsert);
    const inserted: { personId: string }[] = await trx('notify_notice')
      .insert(
        rows.map(({ params, things, ...row }) => ({
          ...row,
          paramsJson: JSON.stringify(params),
          thingsJson: things && JSON.stringify(things),
        })),
      )
      .onConflict(['personId', 'dedupeKey'])
      .ignore()
      .returning('personId');
    told.push(...inserted.map((row) => row.personId));
  }
  return told;
}

/** Which of a person's notices are asked for. */
export interface NoticeFilter {
  readonly area?: NoticeArea | undefined;
  readonly aboutPersonId?: string | undefined;
  readonly isUnread?: boolean | undefined;
}

function filtered(db: Knex, personId: string, { area, aboutPersonId, isUnread }: NoticeFilter): Knex.QueryBuilder {
  const query = db('notify_notice').where({ personId });
  if (area) query.where({ area });
  if (aboutPersonId) query.where({ aboutPersonId });
  if (isUnread) query.whereNull('readAt');
  return query;
}

/** A person's notices, newest first, after one of them. */
export async function noticesOf(
  db: Knex,
  personId: string,
  page: NoticeFilter & { readonly after: string | undefined; readonly limit: number },
): Promise<Notice[]> {
  const query = filtered(db, personId, page);
  if (page.after) {
    const last = db('notify_notice').where({ personId, id: page.after });
    query.where((older) =>
      older
        .where('createdAt', '<', last.clone().select('createdAt'))
        .orWhere((same) =>
          same.where('createdAt', last.clone().select('createdAt')).where('id', '<', last.clone().select('id')),
        ),
    );
  }
  return query
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(page.limit)
    .select(...noticeColumns);
}

const unreadCount = prepared<{ personId: string }, { readonly count: string | number }>((db, value) =>
  db('notify_notice')
    .where({ personId: value('personId') })
    .whereNull('readAt')
    .count('* as count'),
);

export const countUnread = async (db: Knex, personId: string): Promise<number> =>
  Number((await unreadCount(db, { personId }))[0]?.count ?? 0);

const aboutPeople = prepared<{ personId: string }, { readonly aboutPersonId: string }>((db, value) =>
  db('notify_notice')
    .where({ personId: value('personId') })
    .whereNotNull('aboutPersonId')
    .distinct('aboutPersonId'),
);

/** Whom a person's notices are about. */
export const aboutWhom = async (db: Knex, personId: string): Promise<string[]> =>
  (await aboutPeople(db, { personId })).map(({ aboutPersonId }) => aboutPersonId);

/** One notice with what became of it. */
export interface NoticeFate extends Notice {
  readonly mailRule: MailRule | null;
  readonly mailDueAt: Date | null;
  readonly mailId: string | null;
  readonly pushDueAt: Date | null;
  readonly pushedAt: Date | null;
  readonly urgentById: string | null;
}

export const noticeById = (db: Knex, personId: string, id: string): Promise<NoticeFate | undefined> =>
  db('notify_notice')
    .where({ personId, id })
    .first(...noticeColumns, 'mailRule', 'mailDueAt', 'mailId', 'pushDueAt', 'pushedAt', 'urgentById');

/** Marks a person's unread notices: those with these ids, or those that fit. Returns how many. */
export function markRead(
  trx: Knex.Transaction,
  personId: string,
  which: { readonly ids: readonly string[] } | NoticeFilter,
  now: Date,
): Promise<number> {
  const unread =
    'ids' in which ? filtered(trx, personId, {}).whereIn('id', [...which.ids]) : filtered(trx, personId, which);
  return unread.whereNull('readAt').update({ readAt: now });
}

export const deleteNotices = (trx: Knex.Transaction, before: Date): Promise<number> =>
  trx('notify_notice').where('createdAt', '<', before).del();
