import type { Knex } from 'knex';
import { onPage, type PageOfAudit } from './page.ts';

export interface Entry {
  readonly id: string;
  readonly happenedAt: Date;
  /** Null for the system. */
  readonly actorId: string | null;
  readonly act: string;
  readonly aboutPersonId: string | null;
  readonly entity: string;
  readonly entityId: string;
  readonly detail: unknown;
  readonly isForStaff: boolean;
}

export const insertEntry = (trx: Knex.Transaction, { detail, ...entry }: Entry): Promise<unknown> =>
  trx('audit_entry').insert({ ...entry, detailJson: JSON.stringify(detail ?? null) });

type Line = Pick<Entry, 'id' | 'happenedAt' | 'actorId' | 'act' | 'aboutPersonId'>;

/** What was done about people, latest first. */
export function entriesAbout(db: Knex, page: PageOfAudit): Promise<Line[]> {
  const { limit, isForFamily } = page;
  const query = onPage(db('audit_entry'), 'happenedAt', page);
  if (isForFamily) query.where({ isForStaff: false });
  return query
    .orderBy([
      { column: 'happenedAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select<Line[]>('id', 'happenedAt', 'actorId', 'act', 'aboutPersonId');
}
