import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type Request, type RequestHandler } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Config } from '../config.ts';
import type { Texts } from '../host/texts.ts';
import type { Ceiling } from './ceiling.ts';
import { docsPageOf } from './docsPage.ts';
import { isFromAnywhere, type MountParts, mount } from './mount.ts';
import { type OwnedRoute, openApiOf } from './openapi.ts';
import type { Route } from './route.ts';
import { generalLimit, ownOriginOnly, secureHeaders } from './security.ts';
import { sendProblems, unknownRoute } from './sendProblem.ts';
import { inTurns } from './turns.ts';

export interface HttpParts extends MountParts {
  readonly config: Config;
  readonly log: Logger;
  readonly texts: Texts;
  readonly routes: readonly OwnedRoute[];
  readonly version: string;
  /** How much whoever is known may ask for. */
  readonly ceiling: Ceiling;
  readonly findSession: RequestHandler;
  /** Names the session of somebody who is signed in; found before. */
  visitorOf(req: Request): string | undefined;
  /** Folder of the built client; requests for pages get its index. */
  readonly clientDir: string;
}

/** How long requests begin in one turn of the loop: sockets and timers wait no longer than that. */
const turnMs = 15;

/** Bytes below which a reply goes as it is. */
const smallest = 2_048;

/** The whole HTTP side, without listening. */
export function createExpress(parts: HttpParts): Express {
  const { config, log, texts } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.use(secureHeaders(config.mode === 'production'));
  app.use(pinoHttp({ logger: log, autoLogging: false, redact: ['req.headers.cookie', 'req.headers.authorization'] }));
  // Families come over weak lines: the first visit is a third of its size. Small replies are not worth it.
  app.use(compression({ threshold: smallest }));
  app.use('/api', inTurns(turnMs), apiOf(parts));
  serveClient(app, parts.clientDir);
  app.use(sendProblems(texts, log, config.language));
  return app;
}

function apiOf(parts: HttpParts): express.Router {
  const api = express.Router();
  const routes = parts.routes.map(({ route }) => route);
  const limited = (keyOf: (req: Request) => string) => generalLimit(parts.config.requestsPerMinute, keyOf);
  const open = routes.filter(isFromAnywhere);
  for (const route of open) {
    api.use(route.path, limited(addressOf));
    mount(api, route, parts);
  }
  api.use(ownOriginOnly(parts.config.origins));
  api.use(parts.findSession);
  api.use(parts.ceiling.of((req) => parts.visitorOf(req) ?? addressOf(req)));
  // Made when somebody asks: they take most of a start, and hardly anybody does.
  const document = once(() => openApiOf(parts.routes, parts.version));
  const page = once(() => docsPageOf(parts.routes));
  api.get('/openapi.json', (_req, res) => void res.json(document()));
  api.get('/docs', (_req, res) => void res.type('html').send(page()));
  const others = routes.filter((route) => !isFromAnywhere(route));
  api.use(byFirstWord(others, parts));
  api.use(unknownRoute);
  return api;
}

/**
 * Leads a request to the routes that begin with the same word: a router compares an address with one route after the
 * other, of which there are hundreds. Those of a word are mounted when somebody asks for the first of them.
 */
function byFirstWord(routes: readonly Route[], parts: MountParts): RequestHandler {
  const ofWord = new Map<string, Route[]>();
  for (const route of routes) {
    const word = firstWordOf(route.path);
    ofWord.set(word, [...(ofWord.get(word) ?? []), route]);
  }
  const routers = new Map<string, express.Router>();
  return (req, res, next) => {
    const word = firstWordOf(req.path);
    const mine = ofWord.get(word);
    if (!mine) return next();
    const router = routers.get(word) ?? routerOf(mine, parts);
    routers.set(word, router);
    return router(req, res, next);
  };
}

/** Addresses do not depend on capitals. */
const firstWordOf = (path: string): string => (path.split('/')[1] ?? '').toLowerCase();

function routerOf(routes: readonly Route[], parts: MountParts): express.Router {
  const router = express.Router();
  for (const route of routes) mount(router, route, parts);
  return router;
}

/** Makes a value at the first call, and gives the same one from then on. */
function once<T extends object | string>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** An IPv6 visitor owns a whole /56, so that is what counts. */
const addressOf = (req: Request): string => ipKeyGenerator(req.ip ?? '');

/** The client's hashed files may be kept for ever; its index never. */
function serveClient(app: Express, clientDir: string): void {
  const index = join(clientDir, 'index.html');
  if (!existsSync(index)) return;
  app.use(
    '/assets',
    express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '1y', index: false }),
    // Pages that were opened before a new build ask for what it has taken away: that is no defect.
    unknownRoute,
  );
  app.use(express.static(clientDir, { index: false }));
  app.get('/{*page}', (_req, res) => {
    res.setHeader('Cache-Control', 'no-cache');
    res.sendFile(index);
  });
}
