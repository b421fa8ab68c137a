import type { Knex } from 'knex';
import type { Dialect } from '../host/scope.ts';

/*
 * Columns tell their type by their name, so that both databases give the same values (docs/adr/0002):
 * `..._at` an instant (Date), `..._on` a local date ('2026-09-01'), `..._time` a wall time ('08:30'),
 * `..._json` a JSON value, `is_/has_/may_...` a boolean, everything else text or number.
 * Tables and columns are snake_case in the database and camelCase in code.
 */

type Table = Knex.CreateTableBuilder | Knex.AlterTableBuilder;

/** Primary key: a UUIDv7 made by the application. */
export const idColumn = (t: Table): Knex.ColumnBuilder => t.uuid('id').primary();

/** An instant; the name must end in `_at`. */
export function instant(t: Table, name: `${string}_at`, dialect: Dialect): Knex.ColumnBuilder {
  return dialect === 'postgres' ? t.timestamp(name, { useTz: true, precision: 3 }) : t.bigInteger(name);
}

/** A local date without a zone. */
export const localDate = (t: Table, name: `${string}_on`): Knex.ColumnBuilder => t.string(name, 10);

/** A wall time without a zone, 'HH:mm'. */
export const wallTime = (t: Table, name: `${string}_time`): Knex.ColumnBuilder => t.string(name, 5);

/** A JSON value; write it with `JSON.stringify`, read it as a value. */
export const json = (t: Table, name: `${string}_json`): Knex.ColumnBuilder => t.text(name);

export const flag = (t: Table, name: `is_${string}` | `has_${string}` | `may_${string}`): Knex.ColumnBuilder =>
  t.boolean(name);

/** A reference to a row of `people`, `school` or the plugin's own tables. */
export function reference(t: Table, name: `${string}_id`, table: string): Knex.ReferencingColumnBuilder {
  return t.uuid(name).references('id').inTable(table);
}
