import { connect } from '../../server/db/connect.ts';
import type { Database } from '../../server/db/database.ts';
import { eachDialect } from './eachDialect.ts';
import { type Plugins, tablesOf } from './template.ts';

/**
 * Gives a database of its own to whoever calls it, without rows: with the tables of these plugins, or of the
 * whole product.
 */
export type OpenDatabase = (plugins?: Plugins) => Promise<Database>;

/**
 * Defines the same tests for SQLite and for PostgreSQL. What a test opens is closed after the test, what a
 * `before` opens after the suite.
 */
export function eachDatabase(title: string, define: (open: OpenDatabase) => void): void {
  eachDialect(title, ({ keep, empty }) =>
    define(async (plugins) => {
      const { config } = await empty(plugins ? tablesOf(plugins) : await wholeProduct());
      const database = connect(config);
      keep(() => database.close());
      return database;
    }),
  );
}

/** Loaded only by tests that want it: a module's own tests need not wait for all the others. */
const wholeProduct = async () => (await import('./product.ts')).tablesOfProduct();
