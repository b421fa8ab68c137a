import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { AppParts } from './appParts.ts';
import { catalog as fullCatalog } from './catalog.ts';
import type { Config } from './config.ts';
import { coreModules } from './core.ts';
import { connect, type InTurn } from './db/connect.ts';
import type { Database } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { createEmptySchool } from './host/emptySchool.ts';
import { createFollowUp } from './host/followUp.ts';
import { gatherInstallation } from './host/installation.ts';
import { loadPlugins } from './host/load.ts';
import type { Plugin } from './host/plugin.ts';
import { createScopes } from './host/scopes.ts';
import { createLog } from './log.ts';
import { createBus } from './realtime/bus.ts';

export interface InstanceOptions {
  /** All plugins unless told; tests give their own. */
  readonly catalog?: readonly Plugin<unknown>[];
  readonly clock?: () => Date;
  readonly newId?: () => string;
  readonly log?: Logger;
  /** Whether to bring the tables up to date; true unless told. */
  readonly migrate?: boolean;
  /** In which order a thread writes among the others of its process. */
  readonly inTurn?: InTurn;
  /** Tests stand between the app and its database; nothing else does. */
  readonly around?: (database: Database) => Database;
}

/** Who is woken after a commit that left something to do; nobody in a thread, whose process sees to it. */
export interface Woken {
  dispatcher(): void;
  runner(): void;
}

const nobody: Woken = { dispatcher: () => undefined, runner: () => undefined };

/**
 * Modules and plugins, started, over a database: what commands and queries need and no more. Neither requests nor sockets
 * nor background work: threads, which hold an instance of their own, do without what those load.
 */
export interface Instance extends AppParts {
  close(): Promise<void>;
}

export async function createInstance(
  config: Config,
  options: InstanceOptions = {},
  woken: Woken = nobody,
): Promise<Instance> {
  // biome-ignore lint/plugin: this is the entry point from which the clock comes
  const clock = options.clock ?? (() => new Date());
  const newId = options.newId ?? (() => v7());
  const log = options.log ?? createLog(config);
  const connected = connect(config.database, options.inTurn);
  const database = options.around?.(connected) ?? connected;

  const core = coreModules({ installation: () => installation, config, log });
  const installation = gatherInstallation(loadPlugins([...core, ...(options.catalog ?? fullCatalog)]));
  if (options.migrate !== false)
    await migrate(database, installation.plugins).catch(async (reason: unknown) => {
      await database.close();
      throw reason;
    });

  const bus = createBus(database, {
    log,
    ...(config.database.dialect === 'postgres' ? { url: config.database.url } : {}),
  });
  const followUp = createFollowUp({
    database,
    bus,
    reactions: installation.reactions,
    wakeDispatcher: () => woken.dispatcher(),
    wakeRunner: () => woken.runner(),
  });
  const emptySchool = createEmptySchool(database, installation.plugins);
  const scopes = createScopes({ database, clock, newId, emptySchool, ...followUp });
  return {
    ...{ config, database, bus, scopes, log, clock, newId, installation },
    close: async () => {
      await bus.close();
      await emptySchool.close();
      await database.close();
    },
  };
}
