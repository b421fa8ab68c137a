import type { Knex } from 'knex';
import type { Owner, TablePrivacy } from '../../host/privacy.ts';

/** The rows of a table that are this person's by any of its owners. */
export function rowsOf(db: Knex, { table, owners }: TablePrivacy, personId: string): Knex.QueryBuilder {
  return db(table).where((any) => {
    for (const owner of owners) any.orWhere((one) => void restrict(db, one, owner, personId));
  });
}

function restrict(db: Knex, query: Knex.QueryBuilder, owner: Owner, personId: string): void {
  const { column, through, where, isInside } = owner;
  if (through) query.whereIn(column, db(through.table).where(through.owner, personId).select(through.key));
  else if (isInside) query.whereLike(column, `%${personId}%`);
  else query.where(column, personId);
  if (where) query.whereIn(where.column, where.values);
}

/** What is exported of this person's rows. */
export const exportedRows = (
  db: Knex,
  table: TablePrivacy,
  personId: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> => rowsOf(db, table, personId).select(...table.exported);

/** Deletes or overwrites this person's rows, as the table declares. */
export async function eraseRows(db: Knex, table: TablePrivacy, personId: string): Promise<void> {
  if (table.erases === 'rows') await rowsOf(db, table, personId).delete();
  if (Object.keys(table.overwritten).length > 0) await rowsOf(db, table, personId).update(table.overwritten);
}

/** Deletes what is older than the table keeps. Returns how many rows went. */
export async function deleteOld(db: Knex, { table, retention }: TablePrivacy, now: Date): Promise<number> {
  if (!retention) return 0;
  const oldest = new Date(now.getTime() - retention.days * 86_400_000);
  return db(table).where(retention.since, '<', oldest).delete();
}
