import type { Knex } from 'knex';

export const waysToTalk = ['phone', 'video', 'visit', 'other'] as const;
export type WayToTalk = (typeof waysToTalk)[number];

/** A call or a visit as somebody noted it. */
export interface Call {
  readonly id: string;
  readonly studentId: string;
  readonly notedById: string;
  readonly clientId: string;
  readonly withId: string | null;
  readonly how: WayToTalk;
  /** False for an attempt: nobody answered. */
  readonly isContact: boolean;
  readonly agreed: string;
  readonly nextStep: string;
  readonly nextOn: string | null;
  readonly happenedAt: Date;
  readonly notedAt: Date;
}

const columns = [
  'id',
  'studentId',
  'notedById',
  'clientId',
  'withId',
  'how',
  'isContact',
  'agreed',
  'nextStep',
  'nextOn',
  'happenedAt',
  'notedAt',
] as const;

/** Noted again by the same device, the first stays. Returns what is stored. */
export async function insertCall(trx: Knex.Transaction, call: Call): Promise<Call> {
  await trx('messages_call').insert(call).onConflict(['notedById', 'clientId']).ignore();
  const { notedById, clientId } = call;
  const stored: Call | undefined = await trx('messages_call')
    .where({ notedById, clientId })
    .first(...columns);
  return stored ?? call;
}

/** Calls about a student, the latest first. */
export const callsOf = (db: Knex, studentId: string, before: Date | undefined, limit: number): Promise<Call[]> => {
  const query = db('messages_call').where({ studentId });
  if (before) query.where('happenedAt', '<', before);
  return query
    .orderBy([
      { column: 'happenedAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select(...columns);
};

/** When somebody was last reached about a student; attempts are not counted. */
export async function lastContactAt(db: Knex, studentId: string): Promise<Date | undefined> {
  const row: { happenedAt: Date } | undefined = await db('messages_call')
    .where({ studentId, isContact: true })
    .orderBy('happenedAt', 'desc')
    .first('happenedAt');
  return row?.happenedAt;
}

/** The same of many students; those who were never reached are left out. */
export async function lastContactsAt(db: Knex, studentIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows: { studentId: string; at: Date | number }[] = await db('messages_call')
    .whereIn('studentId', studentIds)
    .where({ isContact: true })
    .groupBy('studentId')
    .select('studentId')
    .max({ at: 'happenedAt' });
  // SQLite tells instants as integers where it computes them.
  return new Map(rows.map(({ studentId, at }) => [studentId, new Date(at)]));
}
