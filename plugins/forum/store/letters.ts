import type { Knex } from 'knex';
import { insertMany } from '../../../server/db/many.ts';

export interface MailingRow {
  readonly id: string;
  readonly groupId: string;
  readonly title: string;
  readonly sentAt: Date;
}

export interface LetterRow {
  readonly id: string;
  readonly mailingId: string;
  readonly personId: string;
  readonly studentId: string | null;
  /** In the reader's language; null where it is that of the mailing. */
  readonly title: string | null;
  readonly text: string;
  readonly openedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly helpId: string | null;
}

const columns = ['id', 'mailingId', 'personId', 'studentId', 'title', 'text', 'openedAt', 'confirmedAt', 'helpId'];

export const insertMailing = (
  trx: Knex.Transaction,
  mailing: MailingRow & { readonly text: string; readonly sentById: string },
): Promise<unknown> => trx('forum_mailing').insert(mailing);

export const insertLetters = (
  trx: Knex.Transaction,
  letters: readonly Pick<LetterRow, 'id' | 'mailingId' | 'personId' | 'studentId' | 'title' | 'text'>[],
): Promise<void> => insertMany(trx, 'forum_letter', letters);

export const mailingsOf = (db: Knex, groupId: string): Promise<MailingRow[]> =>
  db('forum_mailing').where({ groupId }).orderBy('sentAt', 'desc').limit(50).select('id', 'groupId', 'title', 'sentAt');

export const mailingsByIds = (db: Knex, ids: readonly string[]): Promise<MailingRow[]> =>
  db('forum_mailing')
    .whereIn('id', [...ids])
    .select('id', 'groupId', 'title', 'sentAt');

export const lettersOf = (db: Knex, mailingIds: readonly string[]): Promise<LetterRow[]> =>
  db('forum_letter')
    .whereIn('mailingId', [...mailingIds])
    .orderBy('id')
    .select<LetterRow[]>(columns);

export const letterById = (db: Knex, id: string): Promise<LetterRow | undefined> =>
  db('forum_letter').where({ id }).first<LetterRow | undefined>(columns);

/** Letters to somebody that they have not confirmed, newest first. */
export const lettersWaiting = (db: Knex, personId: string): Promise<LetterRow[]> =>
  db('forum_letter')
    .where({ personId, confirmedAt: null })
    .orderBy('id', 'desc')
    .limit(20)
    .select<LetterRow[]>(columns);

/** Notes the first time only. */
export async function markLetter(
  trx: Knex.Transaction,
  id: string,
  { openedAt, confirmedAt, helpId }: Partial<Pick<LetterRow, 'openedAt' | 'confirmedAt' | 'helpId'>>,
): Promise<void> {
  if (openedAt) await trx('forum_letter').where({ id, openedAt: null }).update({ openedAt });
  if (confirmedAt) await trx('forum_letter').where({ id, confirmedAt: null }).update({ confirmedAt });
  if (helpId) await trx('forum_letter').where({ id }).update({ helpId });
}
