import type { Knex } from 'knex';

export interface ReceiptRow {
  readonly postId: string;
  readonly personId: string;
  readonly confirmedAt: Date | null;
}

export const receiptsOf = async (db: Knex, postIds: readonly string[]): Promise<ReceiptRow[]> =>
  postIds.length === 0
    ? []
    : db('forum_receipt')
        .whereIn('postId', [...postIds])
        .orderBy(['postId', 'personId'])
        .select('postId', 'personId', 'confirmedAt');

/** Notes the first confirmation; later ones change nothing. How many were noted. */
export const confirmReceipt = (
  trx: Knex.Transaction,
  postId: string,
  personId: string,
  confirmedAt: Date,
): Promise<number> => trx('forum_receipt').where({ postId, personId, confirmedAt: null }).update({ confirmedAt });
export const askReceipts = async (
  trx: Knex.Transaction,
  postId: string,
  personIds: readonly string[],
  askedAt: Date,
): Promise<void> => {
  if (personIds.length === 0) return;
  await trx('forum_receipt').insert(personIds.map((personId) => ({ postId, personId, askedAt, confirmedAt: null })));
};
