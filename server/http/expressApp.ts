import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type Request, type RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Config } from '../config.ts';
import type { Texts } from '../host/texts.ts';
import { docsPageOf } from './docsPage.ts';
import { type MountParts, mount } from './mount.ts';
import { type OwnedRoute, openApiOf } from './openapi.ts';
import { Problem } from './problem.ts';
import { tooMany } from './problems.ts';
import { readBody } from './readBody.ts';
import { generalLimit, ownOriginOnly, secureHeaders } from './security.ts';
import { sendProblems, unknownRoute } from './sendProblem.ts';

export interface HttpParts extends MountParts {
  readonly config: Config;
  readonly log: Logger;
  readonly texts: Texts;
  readonly routes: readonly OwnedRoute[];
  readonly version: string;
  /** express-session and passport. */
  readonly middleware: readonly RequestHandler[];
  /** Folder of the built client; requests for pages get its index. */
  readonly clientDir: string;
}

const longestSignIn = 10_000;
const failedSignIns = { windowMs: 900_000, perAccount: 10, perAddress: 200 };

/** The whole HTTP side, without listening. */
export function createExpress(parts: HttpParts): Express {
  const { config, log, texts } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.use(secureHeaders(config.mode === 'production'));
  app.use(pinoHttp({ logger: log, autoLogging: false, redact: ['req.headers.cookie', 'req.headers.authorization'] }));
  app.use('/api', apiOf(parts));
  serveClient(app, parts.clientDir);
  app.use(sendProblems(texts, log, config.language));
  return app;
}

function apiOf(parts: HttpParts): express.Router {
  const api = express.Router();
  api.use(ownOriginOnly(parts.config.origins));
  api.use(...parts.middleware);
  api.use(generalLimit(parts.config.requestsPerMinute, (req) => (req.user ? req.sessionID : addressOf(req))));
  api.post('/session', ...signInLimits());
  const document = openApiOf(parts.routes, parts.version);
  const page = docsPageOf(parts.routes);
  api.get('/openapi.json', (_req, res) => void res.json(document));
  api.get('/docs', (_req, res) => void res.type('html').send(page));
  for (const { route } of parts.routes) mount(api, route, parts);
  api.use(unknownRoute);
  return api;
}

/** An IPv6 visitor owns a whole /56, so that is what counts. */
const addressOf = (req: Request): string => ipKeyGenerator(req.ip ?? '');

/** Failed sign-ins count by account and address together: a whole school may sit behind one address. */
function signInLimits(): RequestHandler[] {
  const limit = (most: number, keyOf: (req: Request) => string) =>
    rateLimit({
      windowMs: failedSignIns.windowMs,
      limit: most,
      skipSuccessfulRequests: true,
      validate: { keyGeneratorIpFallback: false },
      keyGenerator: keyOf,
      legacyHeaders: false,
      handler: (_req, _res, next) => next(new Problem(tooMany)),
    });
  return [
    // The account is in the body, which is read before the route reads it again.
    async (req, res, next) => {
      await readBody(req, res, longestSignIn);
      next();
    },
    limit(failedSignIns.perAccount, (req) => `${addressOf(req)} ${loginOf(req.body)}`),
    limit(failedSignIns.perAddress, addressOf),
  ];
}

function loginOf(body: unknown): string {
  const login: unknown = typeof body === 'object' && body !== null && 'login' in body ? body.login : undefined;
  return typeof login === 'string' ? login.toLowerCase().slice(0, 200) : '';
}

/** The client's hashed files may be kept for ever; its index never. */
function serveClient(app: Express, clientDir: string): void {
  const index = join(clientDir, 'index.html');
  if (!existsSync(index)) return;
  app.use(
    '/assets',
    express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false, index: false }),
  );
  app.use(express.static(clientDir, { index: false }));
  app.get('/{*page}', (_req, res) => {
    res.setHeader('Cache-Control', 'no-cache');
    res.sendFile(index);
  });
}
