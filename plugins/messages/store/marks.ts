import type { Knex } from 'knex';

/** How far somebody has got, and read, a conversation. */
export interface Mark {
  readonly threadId: string;
  readonly personId: string;
  readonly readSeq: number;
  readonly deliveredSeq: number;
}

export const marksOf = (db: Knex, threadId: string): Promise<Mark[]> =>
  db('messages_mark').where({ threadId }).orderBy('personId').select('threadId', 'personId', 'readSeq', 'deliveredSeq');

/** Marks never go back, whichever device is last to tell. Returns the mark as it is now. */
export async function raiseMark(trx: Knex.Transaction, mark: Mark): Promise<Mark> {
  const larger = (column: string): Knex.Raw =>
    trx.raw(
      `case when excluded.${column} > messages_mark.${column} then excluded.${column} else messages_mark.${column} end`,
    );
  const rows: Mark[] = await trx('messages_mark')
    .insert(mark)
    .onConflict(['threadId', 'personId'])
    .merge({ readSeq: larger('read_seq'), deliveredSeq: larger('delivered_seq') })
    .returning(['threadId', 'personId', 'readSeq', 'deliveredSeq']);
  return rows[0] ?? mark;
}
