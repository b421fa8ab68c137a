import type { RequestHandler } from 'express';
import { rateLimit, type Store } from 'express-rate-limit';
import helmet from 'helmet';
import { Problem } from './problem.ts';
import { foreignOrigin, tooMany } from './problems.ts';

/** Headers that keep foreign scripts, frames and content types out. */
export const secureHeaders = (secure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine sets CSS variables in style attributes and one style element.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses writes that a page of another origin sends with this origin's cookie. */
export const ownOriginOnly =
  (origins: readonly string[]): RequestHandler =>
  (req, _res, next) => {
    const origin = req.get('origin');
    const ours =
      origin !== undefined && (origins.includes(origin) || origin === `${req.protocol}://${req.get('host')}`);
    if (safe.has(req.method) || ours) next();
    else next(new Problem(foreignOrigin));
  };

/** A ceiling for one person, or for one address without a session; a whole school may sit behind one address. */
export const generalLimit = (
  perMinute: number,
  keyOf: (req: Parameters<RequestHandler>[0]) => string,
  store?: Store,
): RequestHandler =>
  rateLimit({
    ...(store ? { store } : {}),
    windowMs: 60_000,
    limit: perMinute,
    keyGenerator: keyOf,
    validate: { keyGeneratorIpFallback: false },
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) => next(new Problem(tooMany)),
  });
