import type { Knex } from 'knex';
import type { Migration, Plugin } from '../host/plugin.ts';
import type { Dialect } from '../host/scope.ts';
import type { Database } from './database.ts';

/** Any number; all processes of one installation use the same. */
const migrationLock = 7_110_001;

interface Entry {
  readonly migration: Migration;
  readonly dialect: Dialect;
}

const sourceOf = (migrations: readonly Migration[], dialect: Dialect): Knex.MigrationSource<Entry> => ({
  getMigrations: async () => migrations.map((migration) => ({ migration, dialect })),
  getMigrationName: ({ migration }) => migration.name,
  getMigration: async ({ migration }) => ({
    up: (db: Knex) => migration.up(db, dialect),
    down: (db: Knex) => migration.down(db, dialect),
  }),
});

/** Every plugin has its own history, so that taking one out of the catalog leaves the others whole. */
const configOf = (plugin: Plugin<unknown>, dialect: Dialect): Knex.MigratorConfig => ({
  migrationSource: sourceOf(plugin.migrations ?? [], dialect),
  tableName: `${plugin.ref.plugin.replaceAll('-', '_')}_migrations`,
});

async function alone<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (database.dialect === 'sqlite') return work();
  return database.writer.transaction(async (trx) => {
    await trx.raw('select pg_advisory_xact_lock(?)', [migrationLock]);
    return work();
  });
}

/** Brings every plugin's tables up to date, in the order in which plugins start. Returns the names that ran. */
export const migrate = (database: Database, plugins: readonly Plugin<unknown>[]): Promise<string[]> =>
  alone(database, async () => {
    const ran: string[] = [];
    for (const plugin of plugins.filter((one) => one.migrations?.length)) {
      const [, names] = await database.writer.migrate.latest(configOf(plugin, database.dialect));
      ran.push(...(names as string[]).map((name) => `${plugin.ref.plugin}/${name}`));
    }
    return ran;
  });

/** Takes every plugin's tables away, last started first. */
export const migrateDown = (database: Database, plugins: readonly Plugin<unknown>[]): Promise<void> =>
  alone(database, async () => {
    for (const plugin of plugins.filter((one) => one.migrations?.length).toReversed())
      await database.writer.migrate.rollback(configOf(plugin, database.dialect), true);
  });
