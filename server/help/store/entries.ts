import type { Knex } from 'knex';
import type { EntryKind } from '../domain/request.ts';

export interface EntryRow {
  readonly id: string;
  readonly requestId: string;
  readonly kind: EntryKind;
  readonly authorId: string | null;
  readonly ownerId: string | null;
  readonly text: string | null;
  readonly writtenAt: Date;
}

export const insertEntry = (trx: Knex.Transaction, row: EntryRow): Promise<unknown> => trx('help_entry').insert(row);

/** The latest of a request, oldest first. */
export async function entriesOf(db: Knex, requestId: string, limit: number): Promise<EntryRow[]> {
  const latest = await db('help_entry')
    .where({ requestId })
    .orderBy([
      { column: 'writtenAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select<EntryRow[]>('id', 'requestId', 'kind', 'authorId', 'ownerId', 'text', 'writtenAt');
  return latest.toReversed();
}
