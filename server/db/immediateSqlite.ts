import BetterSqlite from 'knex/lib/dialects/better-sqlite3/index.js';

/**
 * SQLite whose transactions take the write lock at once. A transaction that starts as a reader and then
 * writes fails with SQLITE_BUSY_SNAPSHOT if another process wrote in between, whatever the busy timeout.
 */
export class ImmediateSqlite extends BetterSqlite {
  override _query(connection: unknown, query: { sql: string }): Promise<unknown> {
    return super._query(connection, query.sql === 'BEGIN;' ? { ...query, sql: 'BEGIN IMMEDIATE;' } : query);
  }
}
