declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  import { Knex } from 'knex';
  /** Knex's own dialect class; its typings leave the query hook out. It asks a connection for nothing but `prepare`. */
  export default class BetterSqlite extends Knex.Client {
    _query(connection: { prepare(sql: string): unknown }, query: { sql: string }): Promise<unknown>;
  }
}
