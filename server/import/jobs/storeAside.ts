import type { Knex } from 'knex';
import type { Many } from '../../db/laid.ts';
import type { JobContext } from '../../jobs/job.ts';

/** Few enough for nobody to notice that they waited for them. */
export const rowsAtOnce = 1000;

/** A table that is written in parts, and how rows come into it. */
export interface Aside {
  readonly table: string;
  insert(db: Knex, rows: Many): Promise<void>;
}

/**
 * Stores a part of what an import puts aside; run again, it is stored again. On SQLite, where everybody waits for whoever
 * writes, the rows are laid out first: taking them out of JSON is most of the work.
 */
export async function storeAside(
  context: JobContext,
  { table, insert }: Aside,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const isSqlite = await context.read(async ({ dialect }) => dialect === 'sqlite');
  if (!isSqlite) return context.writePart(({ db }) => insert(db, rows));
  let laid: Many = rows;
  await context.write(
    ({ db }) => insert(db, laid),
    async (lay) => {
      laid = await lay(table, rows);
    },
  );
}
