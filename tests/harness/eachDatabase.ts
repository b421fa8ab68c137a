import { connect } from '../../server/db/connect.ts';
import type { Database } from '../../server/db/database.ts';
import { eachDialect } from './eachDialect.ts';
import type { Plugins } from './emptyDatabase.ts';

/** Gives a database of its own to whoever calls it: migrated for these plugins, without rows. */
export type OpenDatabase = (plugins: Plugins) => Promise<Database>;

/**
 * Defines the same tests for SQLite and for PostgreSQL. What a test opens is closed after the test, what a
 * `before` opens after the suite.
 */
export function eachDatabase(title: string, define: (open: OpenDatabase) => void): void {
  eachDialect(title, ({ keep, empty }) =>
    define(async (plugins) => {
      const { config } = await empty(plugins);
      const database = connect(config);
      keep(() => database.close());
      return database;
    }),
  );
}
