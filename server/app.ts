import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import { system } from './access/actor.ts';
import { createViewRecorder, type ViewRecorder } from './audit/viewRecorder.ts';
import { createSignedIn } from './auth/signedInActor.ts';
import { catalog as fullCatalog } from './catalog.ts';
import type { Config } from './config.ts';
import { coreModules } from './core.ts';
import { connect } from './db/connect.ts';
import type { Database } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { createDispatcher, type Dispatcher } from './events/dispatcher.ts';
import { createEmptySchool } from './host/emptySchool.ts';
import { createFollowUp } from './host/followUp.ts';
import { gatherInstallation, type Installation } from './host/installation.ts';
import { loadPlugins } from './host/load.ts';
import type { Plugin } from './host/plugin.ts';
import { createScopes, type Scopes } from './host/scopes.ts';
import { createExpress } from './http/expressApp.ts';
import { createHeavyRequests } from './http/thread/heavyRequests.ts';
import { createJobLanes } from './jobs/lanes.ts';
import type { JobRunner } from './jobs/runner.ts';
import { createScheduler, type Scheduler } from './jobs/schedules.ts';
import { createJobThreads } from './jobs/thread/jobThreads.ts';
import { createLog } from './log.ts';
import { type Bus, createBus } from './realtime/bus.ts';
import { createHub } from './realtime/hub.ts';
import { version } from './version.ts';

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

/** Built code lies in dist/server beside dist/client; the sources lie beside dist. */
const clientDir = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../dist/client/' : '../client/', import.meta.url),
);

/** Longer than the 60 s for which proxies keep a connection: whoever closes first must not be the one who is asked. */
const keepAliveMs = 65_000;

/** The solver takes a core for itself; one job at a time leaves the other to requests. */
const jobsAtOnce = 1;

export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  // biome-ignore lint/plugin: this is the entry point from which the clock comes
  const clock = options.clock ?? (() => new Date());
  const newId = options.newId ?? (() => v7());
  const log = options.log ?? createLog(config);
  const connected = connect(config.database);
  const database = options.around?.(connected) ?? connected;

  const core = coreModules({ installation: () => installation, config });
  const installation = gatherInstallation(loadPlugins([...core, ...(options.catalog ?? fullCatalog)]));
  const { loaded, reactions } = installation;
  if (options.migrate !== false) await migrate(database, installation.plugins);

  const bus = createBus(database, {
    log,
    ...(config.database.dialect === 'postgres' ? { url: config.database.url } : {}),
  });
  const wakeDispatcher = () => dispatcher.wake();
  const wakeRunner = () => jobs.wake();
  const followUp = createFollowUp({ database, bus, reactions, wakeDispatcher, wakeRunner });
  const emptySchool = createEmptySchool(database, installation.plugins);
  const scopes = createScopes({ database, clock, newId, emptySchool, ...followUp });

  const asSystem = {
    inRead: <T>(work: Parameters<typeof scopes.inRead<T>>[1]) => scopes.inRead(system, work),
    inWrite: <T>(work: Parameters<typeof scopes.inWrite<T>>[1]) => scopes.inWrite(system, work),
  };
  const background = { database, clock, log, bus, ...asSystem };
  const dispatcher = createDispatcher({ ...background, reactions });
  const kinds = loaded.flatMap(({ parts }) => parts.jobs ?? []);
  const wrote = () => {
    wakeDispatcher();
    wakeRunner();
  };
  const hasThreads = options.threads ?? config.mode !== 'test';
  const problems = installation.plugins.flatMap((plugin) => plugin.problems ?? []);
  const threads = hasThreads ? createJobThreads({ config, database, bus, problems, wrote }) : undefined;
  const heavy = hasThreads ? createHeavyRequests({ config, database, bus, log, wrote }) : undefined;
  const jobs = createJobLanes({ ...background, kinds, threads, concurrency: jobsAtOnce });
  const scheduler = createScheduler({ ...background, schedules: loaded.flatMap(({ parts }) => parts.schedules ?? []) });

  const signedIn = createSignedIn({
    config,
    database,
    clock,
    scopes,
    grantSources: installation.grantSources,
    sessionEnded: (sessionId) => void bus.publish({ kind: 'session-ended', sessionId }),
  });
  const views = createViewRecorder({ database, clock, newId, log });
  const receiving = { folder: join(config.dataDir, 'uploads'), newId };
  const http = {
    config,
    log,
    scopes,
    clientDir,
    receiving,
    version: version(),
    ...signedIn,
    ...installation,
    heavy,
    views,
  };
  const server = createServer(createExpress(http));
  server.keepAliveTimeout = keepAliveMs;
  const hub = createHub({
    httpServer: server,
    bus,
    topics: loaded.flatMap(({ parts }) => parts.topics ?? []),
    authenticate: signedIn.actorOfHandshake,
    inRead: scopes.inRead,
    allowedOrigins: config.origins,
    log,
  });

  return {
    ...installation,
    config,
    database,
    bus,
    scopes,
    server,
    dispatcher,
    jobs,
    scheduler,
    views,
    log,
    clock,
    newId,
    start: async () => {
      await bus.start();
      heavy?.start();
      for (const part of [dispatcher, jobs, scheduler, views]) part.start();
    },
    close: async () => {
      for (const part of [scheduler, jobs, dispatcher]) await part.stop();
      await threads?.close();
      await hub.close();
      await closeServer(server);
      await heavy?.close();
      await views.stop();
      await bus.close();
      await emptySchool.close();
      await database.close();
    },
  };
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
