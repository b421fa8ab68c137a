import type { Knex } from 'knex';
import type { Language } from '../../host/language.ts';
import type { Dialect } from '../../host/scope.ts';

export interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  readonly address: string | null;
  readonly language: Language | null;
  readonly data: unknown;
  readonly dedupeKey: string | null;
  readonly at: Date;
}

export interface ClaimedMessage extends Omit<MessageRow, 'data' | 'dedupeKey' | 'at'> {
  readonly dataJson: unknown;
  /** This attempt included. */
  readonly attempts: number;
  readonly createdAt: Date;
}

const rowsPerInsert = 400;

/** Returns how many are new. */
export async function insertMessages(trx: Knex.Transaction, messages: readonly MessageRow[]): Promise<number> {
  let added = 0;
  for (let from = 0; from < messages.length; from += rowsPerInsert) {
    const rows = messages.slice(from, from + rowsPerInsert).map(({ data, at, ...row }) => ({
      ...row,
      dataJson: JSON.stringify(data),
      state: 'waiting',
      dueAt: at,
      createdAt: at,
    }));
    const inserted: unknown[] = await trx('mail_message').insert(rows).onConflict('dedupeKey').ignore().returning('id');
    added += inserted.length;
  }
  return added;
}

const due = (db: Knex, now: Date): Knex.QueryBuilder =>
  db('mail_message').where({ state: 'waiting' }).where('dueAt', '<=', now);

export const isAnyMessageDue = async (db: Knex, now: Date): Promise<boolean> =>
  (await due(db, now).first('id')) !== undefined;

/** Takes up the mail that has waited longest; until `busyUntil` nobody else does. */
export async function claimMessage(
  trx: Knex.Transaction,
  dialect: Dialect,
  now: Date,
  busyUntil: Date,
): Promise<ClaimedMessage | undefined> {
  const query = due(trx, now).orderBy(['dueAt', 'id']);
  const locked = dialect === 'postgres' ? query.forUpdate().skipLocked() : query;
  const found: ClaimedMessage | undefined = await locked.first(
    'id',
    'kind',
    'personId',
    'address',
    'language',
    'dataJson',
    'attempts',
    'createdAt',
  );
  if (!found) return undefined;
  const attempts = found.attempts + 1;
  await trx('mail_message').where({ id: found.id }).update({ attempts, dueAt: busyUntil });
  return { ...found, attempts };
}

export type Ended = 'sent' | 'dropped' | 'refused' | 'given-up';

/** Ends a mail and forgets what it said. */
export const endMessage = (
  trx: Knex.Transaction,
  id: string,
  state: Ended,
  failure: string | null,
  now: Date,
): Promise<number> =>
  trx('mail_message')
    .where({ id, state: 'waiting' })
    .update({ state, failure, endedAt: now, dataJson: '{}', address: null });

export const postponeMessage = (trx: Knex.Transaction, id: string, dueAt: Date, failure: string): Promise<number> =>
  trx('mail_message').where({ id, state: 'waiting' }).update({ dueAt, failure });

/** Not tried at all: this was no moment for it. */
export const waitWithMessage = (
  trx: Knex.Transaction,
  { id, attempts }: Pick<ClaimedMessage, 'id' | 'attempts'>,
  dueAt: Date,
): Promise<number> =>
  trx('mail_message')
    .where({ id, state: 'waiting' })
    .update({ dueAt, attempts: attempts - 1 });

/** What became of a mail. */
export interface Fate {
  readonly state: Ended | 'waiting';
  readonly failure: string | null;
  readonly dueAt: Date;
  readonly endedAt: Date | null;
}

export const fateOf = (db: Knex, id: string): Promise<Fate | undefined> =>
  db('mail_message').where({ id }).first('state', 'failure', 'dueAt', 'endedAt');

export interface MessageFacts {
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  readonly state: Ended | 'waiting';
  readonly failure: string | null;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly endedAt: Date | null;
}

const notArrived = ['waiting', 'refused', 'given-up'];

/** Those that have not arrived, newest first: waiting after a failure, refused, given up. */
export const troubledMessages = (db: Knex, limit: number): Promise<MessageFacts[]> =>
  db('mail_message')
    .whereIn('state', notArrived)
    .whereNotNull('failure')
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select('id', 'kind', 'personId', 'state', 'failure', 'attempts', 'createdAt', 'dueAt', 'endedAt');

export async function countMessages(db: Knex): Promise<ReadonlyMap<string, number>> {
  const rows: { state: string; count: string | number }[] = await db('mail_message')
    .groupBy('state')
    .select('state')
    .count('* as count');
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}
