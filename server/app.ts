import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import { system } from './access/actor.ts';
import type { Permission } from './access/permission.ts';
import { createSignedIn, type SignedIn } from './auth/signedInActor.ts';
import { catalog as fullCatalog } from './catalog.ts';
import type { Config } from './config.ts';
import { coreModules } from './core.ts';
import { connect } from './db/connect.ts';
import type { Database } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { createDispatcher, type Dispatcher } from './events/dispatcher.ts';
import type { InRead, InWrite } from './events/inScope.ts';
import { storeEvents } from './events/outbox.ts';
import { indexReactions } from './events/reactionIndex.ts';
import { type Loaded, loadPlugins } from './host/load.ts';
import type { ApiRef, Plugin } from './host/plugin.ts';
import { type Aftermath, createScopes, type Scopes } from './host/scopes.ts';
import { loadTexts, type Texts } from './host/texts.ts';
import { createExpress } from './http/expressApp.ts';
import type { OwnedRoute } from './http/openapi.ts';
import { createJobRunner, type JobRunner } from './jobs/runner.ts';
import { createScheduler, type Scheduler } from './jobs/schedules.ts';
import { storeJob } from './jobs/storeJob.ts';
import { createLog } from './log.ts';
import { type Bus, createBus } from './realtime/bus.ts';
import { createHub, type Hub } from './realtime/hub.ts';

export interface AppOptions {
  /** All plugins unless told; tests give their own. */
  readonly catalog?: readonly Plugin<unknown>[];
  readonly clock?: () => Date;
  readonly newId?: () => string;
  readonly log?: Logger;
  /** Whether to bring the tables up to date; true unless told. */
  readonly migrate?: boolean;
}

/** Everything built, nothing listening: what the server, the command line and tests share. */
export interface App {
  readonly config: Config;
  readonly database: Database;
  readonly scopes: Scopes;
  readonly loaded: readonly Loaded[];
  readonly routes: readonly OwnedRoute[];
  readonly permissions: readonly Permission[];
  readonly texts: Texts;
  readonly server: Server;
  readonly dispatcher: Dispatcher;
  readonly jobs: JobRunner;
  readonly scheduler: Scheduler;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** The api of an installed plugin. */
  api<Api>(ref: ApiRef<Api>): Api;
  /** Starts reactions, jobs, schedules and realtime. */
  start(): Promise<void>;
  /** Ends everything in order; what runs is finished or given back. */
  close(): Promise<void>;
}

/** Built code lies in dist/server beside dist/client; the sources lie beside dist. */
const clientDir = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../dist/client/' : '../client/', import.meta.url),
);

export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  // biome-ignore lint/plugin: this is the entry point from which the clock comes
  const clock = options.clock ?? (() => new Date());
  const newId = options.newId ?? (() => v7());
  const log = options.log ?? createLog(config);
  const database = connect(config.database);

  const core = coreModules({ reactions: () => reactions, installation: () => installation });
  const loaded = loadPlugins([...core, ...(options.catalog ?? fullCatalog)]);
  const plugins = loaded.map(({ plugin }) => plugin);
  if (options.migrate !== false) await migrate(database, plugins);

  const reactions = indexReactions(loaded.flatMap(({ parts }) => parts.reactions ?? []));
  const routes = loaded.flatMap(({ plugin, parts }) =>
    (parts.routes ?? []).map((route) => ({ plugin: plugin.ref.plugin, route })),
  );
  const permissions = permissionsOf(routes, plugins);
  const installation = {
    permissions,
    plugins: plugins.map(({ ref }) => ref.plugin),
    mode: config.mode,
    language: config.language,
  };
  const texts = loadTexts(plugins.map(({ ref, home }) => ({ id: ref.plugin, home })));
  const bus = createBus(database, config.database.dialect === 'postgres' ? { url: config.database.url, log } : { log });

  const scopes = createScopes({ database, clock, newId, beforeCommit, afterCommit });
  const inRead: InRead = (work) => scopes.inRead(system, work);
  const inWrite: InWrite = (work) => scopes.inWrite(system, work);

  async function beforeCommit(trx: Knex.Transaction, { actor, now, events, touched, jobs }: Aftermath): Promise<void> {
    for (const { id, kind, input } of jobs)
      await storeJob(trx, { id, kind: kind.name, input, ownerId: actor.personId, at: now });
    if (database.dialect === 'postgres')
      for (const { topic, key } of touched) await bus.publishIn(trx, { topic: topic.name, key });
    await storeEvents(
      trx,
      events.map(({ id, kind, payload }) => ({
        id,
        name: kind.name,
        at: now,
        actorId: actor.personId,
        stream: kind.streamOf(payload),
        payload,
      })),
      reactions,
    );
  }

  function afterCommit({ events, jobs, touched }: Aftermath): void {
    if (events.length > 0) dispatcher.wake();
    if (jobs.length > 0) runner.wake();
    if (database.dialect === 'sqlite')
      for (const { topic, key } of touched) void bus.publish({ topic: topic.name, key });
  }

  const signedIn = createSignedIn({
    config,
    database,
    clock,
    scopes,
    grantSources: loaded.flatMap(({ parts }) => (parts.grantsOf ? [parts.grantsOf.bind(parts)] : [])),
    sessionEnded: (sessionId) => void bus.publish({ kind: 'session-ended', sessionId }),
  });
  const dispatcher = createDispatcher({ database, reactions, inWrite, clock, log });
  const kinds = loaded.flatMap(({ parts }) => parts.jobs ?? []);
  const runner = createJobRunner({ database, kinds, inRead, inWrite, bus, clock, log, concurrency: 1 });
  const schedules = loaded.flatMap(({ parts }) => parts.schedules ?? []);
  const scheduler = createScheduler({ database, schedules, inWrite, clock, log });
  const server = createServer(
    createExpress({
      config,
      log,
      texts,
      routes,
      scopes,
      version: packageVersion(),
      session: signedIn.middleware,
      actorOf: signedIn.actorOf,
      sessionOf: signedIn.sessionOf,
      clientDir,
    }),
  );
  const hub = openHub({ config, server, bus, loaded, signedIn, scopes, log });

  return {
    config,
    database,
    scopes,
    loaded,
    routes,
    permissions,
    texts,
    server,
    dispatcher,
    jobs: runner,
    scheduler,
    log,
    clock,
    newId,
    api: <Api>(ref: ApiRef<Api>): Api => apiOf(loaded, ref),
    start: async () => {
      await bus.start();
      dispatcher.start();
      runner.start();
      scheduler.start();
    },
    close: async () => {
      await scheduler.stop();
      await runner.stop();
      await dispatcher.stop();
      await hub.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await bus.close();
      await database.close();
    },
  };
}

interface HubNeeds {
  readonly config: Config;
  readonly server: Server;
  readonly bus: Bus;
  readonly loaded: readonly Loaded[];
  readonly signedIn: SignedIn;
  readonly scopes: Scopes;
  readonly log: Logger;
}

const openHub = ({ config, server, bus, loaded, signedIn, scopes, log }: HubNeeds): Hub =>
  createHub({
    httpServer: server,
    bus,
    topics: loaded.flatMap(({ parts }) => parts.topics ?? []),
    authenticate: signedIn.actorOfHandshake,
    inRead: scopes.inRead,
    allowedOrigins: config.origins,
    log,
  });

function permissionsOf(routes: readonly OwnedRoute[], plugins: readonly Plugin<unknown>[]): readonly Permission[] {
  const declared = plugins.flatMap(({ permissions }) => permissions ?? []);
  const used = routes.map(({ route }) => route.permission).filter(({ roles }) => roles.length > 0);
  return [...new Set([...declared, ...used])];
}

function apiOf<Api>(loaded: readonly Loaded[], ref: ApiRef<Api>): Api {
  const found = loaded.find(({ plugin }) => plugin.ref.plugin === ref.plugin);
  if (!found) throw new Error(`Plugin ${ref.plugin} is not installed`);
  return found.parts.api as Api;
}

function packageVersion(): string {
  for (const place of ['../package.json', '../../package.json']) {
    try {
      const parsed: { version?: unknown } = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'));
      if (typeof parsed.version === 'string') return parsed.version;
    } catch {
      // Built code lies one folder deeper.
    }
  }
  return '0.0.0';
}
