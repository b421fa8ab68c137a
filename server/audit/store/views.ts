import type { Knex } from 'knex';
import { onPage, type PageOfAudit } from './page.ts';

/** What one reader saw of one person on one day. */
export interface ViewRow {
  readonly id: string;
  readonly actorId: string;
  readonly aboutPersonId: string;
  readonly what: string;
  readonly seenOn: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly times: number;
}

const rowsAtOnce = 100;

/** Adds to what is kept already: several processes may count the same day. Rows come in one order, so that nobody waits for each other in a circle. */
export async function addViews(trx: Knex.Transaction, rows: readonly ViewRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await trx('audit_view')
      .insert(rows.slice(from, from + rowsAtOnce))
      .onConflict(['aboutPersonId', 'actorId', 'what', 'seenOn'])
      .merge({ times: trx.raw('audit_view.times + excluded.times'), lastAt: trx.raw('excluded.last_at') });
}

/** Who saw what of people, latest first. */
export const viewsOf = (db: Knex, page: PageOfAudit): Promise<ViewRow[]> =>
  onPage(db('audit_view'), 'lastAt', page)
    .orderBy([
      { column: 'lastAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(page.limit)
    .select<ViewRow[]>('id', 'actorId', 'aboutPersonId', 'what', 'seenOn', 'firstAt', 'lastAt', 'times');
