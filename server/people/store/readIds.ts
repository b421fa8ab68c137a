import type { Knex } from 'knex';

/** The ids that a query answers in its column `id`. Knex's own `pluck` does not know the camelCase names. */
export async function readIds(query: Knex.QueryBuilder): Promise<string[]> {
  const rows: { id: string }[] = await query;
  return rows.map((row) => row.id);
}
