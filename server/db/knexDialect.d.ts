declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  import { Knex } from 'knex';
  /** Knex's own dialect class; its typings leave the query hook out. */
  export default class BetterSqlite extends Knex.Client {
    _query(connection: unknown, query: { sql: string }): Promise<unknown>;
  }
}
