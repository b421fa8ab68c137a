import type { Knex } from 'knex';
import { readRows } from './naming.ts';
import { ReadingSqlite } from './readingSqlite.ts';

type Value = string | number | Date | null;
type Values = Readonly<Record<string, Value>>;

/** Builds the query; `value` gives what stands for a value there. */
type Build<V extends Values> = (db: Knex, value: (name: keyof V & string) => Knex.Raw) => Knex.QueryBuilder;

interface Compiled {
  readonly sql: string;
  /** What is bound to each mark of the text, given the values. */
  bind(values: Values): readonly Knex.RawBinding[];
}

function compile<V extends Values>(db: Knex, build: Build<V>): Compiled {
  const places = new Map<Knex.RawBinding, string>();
  const query = build(db, (name) => {
    const place: Record<string, unknown> = {};
    places.set(place, name);
    return db.raw('?', [place]);
  });
  const { sql, bindings } = query.toSQL();
  const bind = bindings.map((one) => {
    const name = places.get(one);
    return (values: Values): Knex.RawBinding => (name === undefined ? one : (values[name] ?? null));
  });
  return { sql, bind: (values) => bind.map((one) => one(values)) };
}

/**
 * A query whose text is made once for each kind of database, for those that are asked with every request: making it takes
 * several times as long as the answer. Its rows are like those of any other query.
 */
export function prepared<V extends Values, Row>(build: Build<V>): (db: Knex, values: V) => Promise<readonly Row[]> {
  const known = new Map<string, Compiled>();
  return async (db, values) => {
    const { dialect } = db.client;
    const compiled = known.get(dialect) ?? compile(db, build);
    known.set(dialect, compiled);
    const bound = compiled.bind(values);
    const client: unknown = db.client;
    if (client instanceof ReadingSqlite && client.isOutsideTransaction)
      return readRows(client.rowsNow(compiled.sql, bound)) as Row[];
    return db.raw(compiled.sql, bound);
  };
}
