import type { Knex } from 'knex';

export type NoticeParams = Readonly<Record<string, string | number | boolean | null>>;

export interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly aboutPersonId: string | null;
  readonly paramsJson: NoticeParams;
  readonly link: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface NoticeRow extends Omit<Notice, 'paramsJson' | 'readAt'> {
  readonly personId: string;
  readonly dedupeKey: string;
  readonly params: NoticeParams;
}

const rowsPerInsert = 500;

/** Returns whom the notice is new to. */
export async function insertNotices(trx: Knex.Transaction, notices: readonly NoticeRow[]): Promise<string[]> {
  const told: string[] = [];
  for (let from = 0; from < notices.length; from += rowsPerInsert) {
    const rows = notices.slice(from, from + rowsPerInsert);
    const inserted: { personId: string }[] = await trx('notify_notice')
      .insert(rows.map(({ params, ...row }) => ({ ...row, paramsJson: JSON.stringify(params) })))
      .onConflict(['personId', 'dedupeKey'])
      .ignore()
      .returning('personId');
    told.push(...inserted.map((row) => row.personId));
  }
  return told;
}

/** A person's notices, newest first, after one of them. */
export async function noticesOf(
  db: Knex,
  personId: string,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<Notice[]> {
  const query = db('notify_notice').where({ personId });
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
    .select('id', 'kind', 'aboutPersonId', 'paramsJson', 'link', 'createdAt', 'readAt');
}

export async function countUnread(db: Knex, personId: string): Promise<number> {
  const row = await db('notify_notice').where({ personId, readAt: null }).count('* as count').first();
  return Number(row?.count ?? 0);
}

/** Marks a person's unread notices, all unless ids are given. Returns how many. */
export function markRead(
  trx: Knex.Transaction,
  personId: string,
  ids: readonly string[] | undefined,
  now: Date,
): Promise<number> {
  const unread = trx('notify_notice').where({ personId, readAt: null });
  return (ids ? unread.whereIn('id', [...ids]) : unread).update({ readAt: now });
}

export const deleteNotices = (trx: Knex.Transaction, before: Date): Promise<number> =>
  trx('notify_notice').where('createdAt', '<', before).del();
