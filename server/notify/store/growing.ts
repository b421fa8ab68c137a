import type { Knex } from 'knex';
import type { NoticeParams } from './notices.ts';

/** A notice that nobody has read, and that has gone out in no mail. */
export interface Unseen {
  readonly id: string;
  readonly personId: string;
  readonly things: readonly string[];
}

/** The unseen notices of these people with this key, kept from others until the commit. */
export async function unseenOf(
  trx: Knex.Transaction,
  dedupeKey: string,
  personIds: readonly string[],
): Promise<readonly Unseen[]> {
  const rows: { id: string; personId: string; thingsJson: readonly string[] | null }[] = await trx('notify_notice')
    .where({ dedupeKey, readAt: null, mailId: null })
    .whereIn('personId', [...personIds])
    .orderBy('personId')
    .forUpdate()
    .select('id', 'personId', 'thingsJson');
  return rows.map(({ id, personId, thingsJson }) => ({ id, personId, things: thingsJson ?? [] }));
}

interface Grown {
  readonly kind: string;
  readonly params: NoticeParams;
  readonly link: string;
  readonly things: readonly string[];
}

export const growNotice = (trx: Knex.Transaction, id: string, { params, things, ...told }: Grown): Promise<number> =>
  trx('notify_notice')
    .where({ id })
    .update({ ...told, paramsJson: JSON.stringify(params), thingsJson: JSON.stringify(things) });
