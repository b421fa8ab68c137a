import type { Server } from 'node:http';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { AppParts } from './appParts.ts';
import type { ViewRecorder } from './audit/viewRecorder.ts';
import { createBackground } from './background.ts';
import { catalog as fullCatalog } from './catalog.ts';
import type { Config } from './config.ts';
import { coreModules } from './core.ts';
import { connect } from './db/connect.ts';
import type { Database } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import type { Dispatcher } from './events/dispatcher.ts';
import { createFront } from './front.ts';
import { createEmptySchool } from './host/emptySchool.ts';
import { createFollowUp } from './host/followUp.ts';
import { gatherInstallation, type Installation } from './host/installation.ts';
import { loadPlugins } from './host/load.ts';
import type { Plugin } from './host/plugin.ts';
import { createScopes, type Scopes } from './host/scopes.ts';
import type { JobRunner } from './jobs/runner.ts';
import type { Scheduler } from './jobs/schedules.ts';
import { createLog } from './log.ts';
import { type Bus, createBus } from './realtime/bus.ts';

export interface AppOptions {
  /** All plugins unless told; tests give their own. */
  readonly catalog?: readonly Plugin<unknown>[];
  readonly clock?: () => Date;
  readonly newId?: () => string;
  readonly log?: Logger;
  /** Whether to bring the tables up to date; true unless told. */
  readonly migrate?: boolean;
  /** Whether jobs that ask for it get a thread of their own; not in tests unless told, where time is made. */
  readonly threads?: boolean;
  /** Tests stand between the app and its database; nothing else does. */
  readonly around?: (database: Database) => Database;
}

/** Everything built, nothing listening: what the server, the command line and tests share. */
export interface App extends Installation {
  readonly config: Config;
  readonly database: Database;
  readonly bus: Bus;
  readonly scopes: Scopes;
  readonly server: Server;
  readonly dispatcher: Dispatcher;
  readonly jobs: JobRunner;
  readonly scheduler: Scheduler;
  readonly views: ViewRecorder;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Starts reactions, jobs, schedules and realtime. */
  start(): Promise<void>;
  /** Ends everything in order; what runs is finished or given back. */
  close(): Promise<void>;
}

export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  // biome-ignore lint/plugin: this is the entry point from which the clock comes
  const clock = options.clock ?? (() => new Date());
  const newId = options.newId ?? (() => v7());
  const log = options.log ?? createLog(config);
  const connected = connect(config.database);
  const database = options.around?.(connected) ?? connected;

  const core = coreModules({ installation: () => installation, config, log });
  const installation = gatherInstallation(loadPlugins([...core, ...(options.catalog ?? fullCatalog)]));
  if (options.migrate !== false) await migrate(database, installation.plugins);

  const bus = createBus(database, {
    log,
    ...(config.database.dialect === 'postgres' ? { url: config.database.url } : {}),
  });
  const followUp = createFollowUp({
    database,
    bus,
    reactions: installation.reactions,
    wakeDispatcher: () => background.dispatcher.wake(),
    wakeRunner: () => background.jobs.wake(),
  });
  const emptySchool = createEmptySchool(database, installation.plugins);
  const scopes = createScopes({ database, clock, newId, emptySchool, ...followUp });
  const parts: AppParts = { config, database, bus, scopes, log, clock, newId, installation };
  const background = createBackground(parts, options.threads ?? config.mode !== 'test');
  const front = createFront(parts, background.heavy);

  return {
    ...installation,
    ...parts,
    server: front.server,
    dispatcher: background.dispatcher,
    jobs: background.jobs,
    scheduler: background.scheduler,
    views: front.views,
    start: async () => {
      await bus.start();
      background.start();
      front.views.start();
    },
    close: async () => {
      await background.stop();
      await front.close();
      await background.heavy?.close();
      await front.views.stop();
      await bus.close();
      await emptySchool.close();
      await database.close();
    },
  };
}
