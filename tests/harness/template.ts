import { connect, type DatabaseConfig } from '../../server/db/connect.ts';
import { migrate } from '../../server/db/migrate.ts';
import type { Plugin } from '../../server/host/plugin.ts';

export type Plugins = readonly Plugin<unknown>[];

/** A database that is made once and then copied for each test. */
export interface Template {
  /** Templates with the same key are the same. */
  readonly key: string;
  fill(config: DatabaseConfig): Promise<void>;
}

/** The tables of these plugins, in the order in which they start, without rows. */
export const tablesOf = (plugins: Plugins): Template => ({
  key: JSON.stringify(plugins.map(({ ref, migrations = [] }) => [ref.plugin, ...migrations.map((one) => one.name)])),
  fill: async (config) => {
    const database = connect(config);
    try {
      await migrate(database, plugins);
      // Opens the file even when there is nothing to migrate.
      await database.write(async () => undefined);
    } finally {
      await database.close();
    }
  },
});
