import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import type { Client } from 'pg';
import type { Database } from './database.ts';
import { createLayer } from './lay.ts';
import { readResponse, snakeCase } from './naming.ts';
import { parseNumbersAndDates } from './postgresTypes.ts';
import { ReadingSqlite } from './readingSqlite.ts';
import { retrying } from './retrying.ts';
import { ImmediateSqlite } from './sqliteClients.ts';
import { writerQueue } from './writerQueue.ts';

export type DatabaseConfig =
  | {
      readonly dialect: 'sqlite';
      readonly file: string;
      readonly readers?: number;
      /** How much of the file each reader keeps in memory; 16 MB unless told. */
      readonly cacheKb?: number;
    }
  | { readonly dialect: 'postgres'; readonly url: string; readonly connections?: number };

const naming: Pick<Knex.Config, 'wrapIdentifier' | 'postProcessResponse'> = {
  // Knex also asks for the absent name of an unnamed constraint.
  wrapIdentifier: (name?: string, wrap?: (value: string) => string) => (name && wrap ? wrap(snakeCase(name)) : ''),
  postProcessResponse: readResponse,
};

/** Opens the database; it is migrated separately (`migrate`). */
export const connect = (config: DatabaseConfig, inTurn: InTurn = (write) => write()): Database =>
  config.dialect === 'sqlite'
    ? connectSqlite(config, inTurn)
    : connectPostgres(config.url, config.connections ?? 10, inTurn);

/** Runs a write when it is this thread's turn, where several threads of a process write to one database. */
export type InTurn = <T>(write: () => Promise<T>) => Promise<T>;

interface SqliteConnection {
  pragma(text: string): unknown;
}

const prepare =
  (...pragmas: readonly string[]) =>
  (connection: SqliteConnection, done: (error: Error | null, connection: SqliteConnection) => void) => {
    for (const pragma of pragmas) connection.pragma(pragma);
    done(null, connection);
  };

type SqliteConfig = Extract<DatabaseConfig, { readonly dialect: 'sqlite' }>;

const usualCacheKb = 16_000;

function connectSqlite(config: SqliteConfig, inTurn: InTurn): Database {
  const { file: filename, readers = 4, cacheKb = usualCacheKb } = config;
  mkdirSync(dirname(filename), { recursive: true });
  const writer = knexFactory({
    ...naming,
    client: ImmediateSqlite,
    useNullAsDefault: true,
    connection: { filename },
    pool: {
      min: 1,
      max: 1,
      // Opening may wait in the driver; afterwards nothing does (`whenFree`).
      afterCreate: prepare(
        'busy_timeout = 5000',
        'journal_mode = WAL',
        'synchronous = FULL',
        'foreign_keys = ON',
        'busy_timeout = 0',
      ),
    },
  });
  const reader = knexFactory({
    ...naming,
    client: ReadingSqlite,
    useNullAsDefault: true,
    connection: { filename, options: { readonly: true } },
    pool: {
      min: 0,
      max: readers,
      afterCreate: prepare('busy_timeout = 5000', 'query_only = ON', `cache_size = -${cacheKb}`),
    },
  });
  const queue = writerQueue(writer);
  return {
    dialect: 'sqlite',
    reader,
    writer,
    whileIdle: queue.whileIdle,
    write: async (work, before) => {
      if (!before) return inTurn(() => queue.write(work));
      const layer = createLayer(writer);
      try {
        await before(layer.lay);
        return await inTurn(() => queue.write(work));
      } finally {
        await layer.clear();
      }
    },
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

function connectPostgres(url: string, connections: number, inTurn: InTurn): Database {
  const pool = knexFactory({
    ...naming,
    client: 'pg',
    connection: url,
    pool: {
      min: 0,
      max: connections,
      afterCreate: (connection: Client, done: (error: Error | null, connection: Client) => void) => {
        parseNumbersAndDates(connection);
        done(null, connection);
      },
    },
  });
  return {
    dialect: 'postgres',
    reader: pool,
    writer: pool,
    write: (work, before) =>
      inTurn(() =>
        retrying(() =>
          pool.transaction(async (trx) => {
            await before?.(createLayer(trx).lay);
            return work(trx);
          }),
        ),
      ),
    whileIdle: (work) => work(),
    close: () => pool.destroy(),
  };
}
