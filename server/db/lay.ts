import type { Knex } from 'knex';
import { Laid, type Many } from './laid.ts';
import { insertMany, quoted } from './many.ts';

/** Lays rows out for a table. Every row has the members of the first. */
export type Lay = (table: string, rows: readonly object[]) => Promise<Many>;

export interface Layer {
  readonly lay: Lay;
  /** Takes away what was laid out; on PostgreSQL the transaction does so at its end. */
  clear(): Promise<void>;
}

/** Several may lay rows out on one connection, one after the other. */
let tables = 0;

/** Lays rows out on this connection: on PostgreSQL a transaction's. */
export function createLayer(db: Knex): Layer {
  const isPostgres = db.client.config.client === 'pg';
  const made: string[] = [];
  return {
    lay: async (table, rows) => {
      if (rows.length === 0) return rows;
      const from = `laid_${++tables}`;
      const members = Object.keys(rows[0] ?? {});
      const columns = members.map(quoted).join(', ');
      const ending = isPostgres ? 'on commit drop' : '';
      await db.raw(`create temporary table ${from} ${ending} as select ${columns} from ${table} where false`);
      made.push(from);
      await insertMany(db, from, rows);
      return new Laid(from, members);
    },
    clear: async () => {
      if (!isPostgres) for (const from of made) await db.raw(`drop table ${from}`);
    },
  };
}
