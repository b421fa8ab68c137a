import express, { type Request, type RequestHandler, type Response } from 'express';
import { Problem } from './problem.ts';
import { malformed, notJson, tooLarge } from './problems.ts';

const parsers = new Map<number, RequestHandler>();

function parserFor(limit: number): RequestHandler {
  const known = parsers.get(limit);
  if (known) return known;
  const made = express.json({ limit, strict: false, type: 'application/json' });
  parsers.set(limit, made);
  return made;
}

const typeOf = (reason: unknown): unknown =>
  typeof reason === 'object' && reason !== null && 'type' in reason ? reason.type : undefined;

/** Reads a JSON body, after the permission was checked. A request without a body gives `undefined`. */
export async function readBody(req: Request, res: Response, limit: number): Promise<unknown> {
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  if (!hasBody) return undefined;
  if (!req.is('application/json')) throw new Problem(notJson);
  await new Promise<void>((resolve, reject) => {
    parserFor(limit)(req, res, (reason?: unknown) => (reason === undefined ? resolve() : reject(asProblem(reason))));
  });
  return req.body;
}

function asProblem(reason: unknown): unknown {
  const type = typeOf(reason);
  if (type === 'entity.too.large') return new Problem(tooLarge);
  if (typeof type === 'string') return new Problem(malformed, { issues: [] });
  return reason;
}
