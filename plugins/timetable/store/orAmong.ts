import type { Knex } from 'knex';

const isList = (ids: Knex.QueryBuilder | readonly string[]): ids is readonly string[] => Array.isArray(ids);

/** Or a column is among ids, which are listed or asked for by a query. */
export const orAmong = (
  query: Knex.QueryBuilder,
  column: string,
  ids: Knex.QueryBuilder | readonly string[],
): unknown => (isList(ids) ? query.orWhereIn(column, [...ids]) : query.orWhereIn(column, ids));
