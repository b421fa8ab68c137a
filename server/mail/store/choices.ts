import type { Knex } from 'knex';
import type { NoticeChoice } from '../domain/noticeChoice.ts';

export async function choicesOf(db: Knex, personIds: readonly string[]): Promise<ReadonlyMap<string, NoticeChoice>> {
  const rows: { personId: string; notices: NoticeChoice }[] = await db('mail_choice')
    .whereIn('personId', [...personIds])
    .select('personId', 'notices');
  return new Map(rows.map(({ personId, notices }) => [personId, notices]));
}

export const saveChoice = (
  trx: Knex.Transaction,
  personId: string,
  notices: NoticeChoice,
  changedAt: Date,
): Promise<unknown> =>
  trx('mail_choice').insert({ personId, notices, changedAt }).onConflict('personId').merge(['notices', 'changedAt']);
