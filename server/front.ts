import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AppParts } from './appParts.ts';
import { createViewRecorder, type ViewRecorder } from './audit/viewRecorder.ts';
import { createSignedIn } from './auth/signedInActor.ts';
import { uploadsIn } from './host/uploads.ts';
import { createCeiling } from './http/ceiling.ts';
import { createExpress } from './http/expressApp.ts';
import { patience } from './http/patience.ts';
import { createSetWriter } from './http/sets/setWriter.ts';
import type { HeavyRequests } from './http/thread/heavyRequests.ts';
import { createHub } from './realtime/hub.ts';
import { version } from './version.ts';

/** What people reach: requests, the built client, sockets. */
export interface Front {
  /** Does not listen yet. */
  readonly server: Server;
  readonly views: ViewRecorder;
  /** Disconnects everybody. */
  close(): Promise<void>;
}

/** Built code lies in dist/server beside dist/client; the sources lie beside dist. */
const clientDir = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../dist/client/' : '../client/', import.meta.url),
);

/** Longer than the 60 s for which proxies keep a connection: whoever closes first must not be the one who is asked. */
const keepAliveMs = 65_000;

export function createFront(parts: AppParts, heavy: HeavyRequests | undefined): Front {
  const { config, database, bus, log, clock, newId, scopes, installation } = parts;
  const signedIn = createSignedIn({
    config,
    database,
    clock,
    scopes,
    log,
    grantSources: installation.grantSources,
    sessionEnded: (sessionId) => void bus.publish({ kind: 'session-ended', sessionId }),
  });
  const views = createViewRecorder({ database, clock, newId, log });
  const receiving = { folder: uploadsIn(config.dataDir), newId };
  const ceiling = createCeiling(config.requestsPerMinute);
  const served = { config, log, scopes, clientDir, receiving, version: version(), heavy, views, ceiling };
  const server = createServer(patience, createExpress({ ...served, ...signedIn, ...installation }));
  server.keepAliveTimeout = keepAliveMs;
  const hub = createHub({
    httpServer: server,
    bus,
    topics: installation.loaded.flatMap((one) => one.parts.topics ?? []),
    authenticate: async (request) => (await signedIn.actorsOfHandshakes([request]))[0],
    inRead: scopes.inRead,
    writes: createSetWriter({
      ...{ scopes, texts: installation.texts, log, language: config.language, ceiling },
      routes: installation.routes.map(({ route }) => route),
      hasJustProven: signedIn.hasJustProven,
      actorsOf: signedIn.actorsOfHandshakes,
    }),
    allowedOrigins: config.origins,
    log,
    limits: { packetsPerSecond: config.packetsPerSecond },
  });
  return {
    server,
    views,
    close: async () => {
      await hub.close();
      await closeServer(server);
    },
  };
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
