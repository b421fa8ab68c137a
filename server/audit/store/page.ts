import type { Knex } from 'knex';

/** What of the record is read: about whom, by whom, when, and a page of it. */
export interface PageOfAudit {
  /** Ids, or a subquery of ids; undefined: about anybody. */
  readonly about: readonly string[] | Knex.QueryBuilder | undefined;
  readonly actorId?: string | undefined;
  readonly from?: Date | undefined;
  /** The instant after the last one. */
  readonly until?: Date | undefined;
  readonly before: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
  /** Without what families do not read. */
  readonly isForFamily: boolean;
}

const isIds = (about: NonNullable<PageOfAudit['about']>): about is readonly string[] => Array.isArray(about);

/** Narrows a query of one of the tables, whose moments are in the column `at`. */
export function onPage(
  query: Knex.QueryBuilder,
  at: 'happenedAt' | 'lastAt',
  { about, actorId, from, until, before }: PageOfAudit,
): Knex.QueryBuilder {
  if (about === undefined) query.whereNotNull('aboutPersonId');
  else query.whereIn('aboutPersonId', isIds(about) ? [...about] : about);
  if (actorId) query.where({ actorId });
  if (from) query.where(at, '>=', from);
  if (until) query.where(at, '<', until);
  if (before)
    query.where((older) =>
      older.where(at, '<', before.at).orWhere((same) => same.where(at, before.at).where('id', '<', before.id)),
    );
  return query;
}
