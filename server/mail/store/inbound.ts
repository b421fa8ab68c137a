import type { Knex } from 'knex';

/** Where the answers of one person to one thing arrive. */
export interface ReplyAddress {
  readonly id: string;
  readonly personId: string;
  readonly owner: string;
  readonly thingKey: string;
}

/** Keeps an address, or finds the one that is there. Returns its id. */
export async function keepReplyAddress(trx: Knex.Transaction, address: ReplyAddress, usedAt: Date): Promise<string> {
  const kept: { id: string }[] = await trx('mail_reply_address')
    .insert({ ...address, usedAt })
    .onConflict(['personId', 'owner', 'thingKey'])
    .merge({ usedAt })
    .returning('id');
  return kept[0]?.id ?? address.id;
}

export const replyAddressById = (db: Knex, id: string): Promise<ReplyAddress | undefined> =>
  db('mail_reply_address').where({ id }).first('id', 'personId', 'owner', 'thingKey');

/** What became of a mail that came in. Its text is nowhere here. */
export interface Received {
  readonly id: string;
  readonly fingerprint: string;
  readonly personId: string | null;
  readonly outcome: string;
  readonly receivedAt: Date;
}

/** Returns false when the same mail came in before. */
export async function noteReceived(trx: Knex.Transaction, received: Received): Promise<boolean> {
  const added: unknown[] = await trx('mail_received')
    .insert(received)
    .onConflict('fingerprint')
    .ignore()
    .returning('id');
  return added.length > 0;
}

export const endReceived = (
  trx: Knex.Transaction,
  id: string,
  { outcome, personId }: Pick<Received, 'outcome' | 'personId'>,
): Promise<number> => trx('mail_received').where({ id }).update({ outcome, personId });

export const wasReceived = async (db: Knex, fingerprint: string): Promise<boolean> =>
  (await db('mail_received').where({ fingerprint }).first('id')) !== undefined;

/** A mail that had been taken came back. Returns whom it was for. */
export async function failSent(
  trx: Knex.Transaction,
  id: string,
  failure: string,
  now: Date,
): Promise<string | undefined> {
  const failed: { personId: string | null }[] = await trx('mail_message')
    .where({ id, state: 'sent' })
    .update({ state: 'refused', failure, endedAt: now })
    .returning('personId');
  return failed[0]?.personId ?? undefined;
}
