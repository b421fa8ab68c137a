import { type AppOptions, createApp } from '../../server/app.ts';
import { catalog as fullCatalog } from '../../server/catalog.ts';
import { type Config, readConfig } from '../../server/config.ts';
import type { DatabaseConfig } from '../../server/db/connect.ts';
import type { Plugins, Template } from './template.ts';
import { freshPath } from './testEnvironment.ts';

/** The configuration of an app under test; the port is of those only that listen. */
export const testConfig = (database: DatabaseConfig, port = 3000): Config => ({
  ...readConfig({
    TUTORIA_MODE: 'test',
    DATA_DIR: freshPath('-data'),
    PORT: String(port),
    // Silent unless told: `LOG_LEVEL=error npx mocha ...` shows the defects behind a status 500.
    LOG_LEVEL: process.env.LOG_LEVEL,
  }),
  database,
});

/** The tables of the core and of these plugins. */
export const tablesOfProduct = (catalog: Plugins = fullCatalog): Template => ({
  key: JSON.stringify(['product', ...catalog.map(({ ref }) => ref.plugin)]),
  fill: async (database) => {
    const options: AppOptions = { catalog };
    const app = await createApp(testConfig(database), options);
    await app.close();
  },
});
