import type { Knex } from 'knex';

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
}

export const insertEntry = (trx: Knex.Transaction, { detail, ...entry }: Entry): Promise<unknown> =>
  trx('audit_entry').insert({ ...entry, detailJson: JSON.stringify(detail ?? null) });

export interface PageOfEntries {
  readonly personIds: readonly string[];
  readonly before: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

type Line = Pick<Entry, 'id' | 'happenedAt' | 'actorId' | 'act'>;

/** What was done about these people, latest first. */
export function entriesAbout(db: Knex, { personIds, before, limit }: PageOfEntries): Promise<Line[]> {
  const query = db('audit_entry').whereIn('aboutPersonId', personIds);
  if (before)
    query.where((older) =>
      older
        .where('happenedAt', '<', before.at)
        .orWhere((same) => same.where('happenedAt', before.at).where('id', '<', before.id)),
    );
  return query
    .orderBy([
      { column: 'happenedAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select<Line[]>('id', 'happenedAt', 'actorId', 'act');
}
