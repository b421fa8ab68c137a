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

const memberOf = (reason: unknown, name: 'type' | 'status'): unknown =>
  typeof reason === 'object' && reason !== null ? Reflect.get(reason, name) : undefined;

/** Reads a JSON body, after the permission was checked. A request without a body gives `undefined`. */
export async function readBody(req: Request, res: Response, limit: number): Promise<unknown> {
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  if (!hasBody) return undefined;
  if (!req.is('application/json')) throw new Problem(notJson);
  await new Promise<void>((resolve, reject) => {
    parserFor(limit)(req, res, (reason?: unknown) => (reason === undefined ? resolve() : reject(asProblem(reason))));
  });
  if (isDeeper(req.body, deepest)) throw new Problem(malformed, { issues: [] });
  return req.body;
}

/** No body of the product is nested so far; what goes further is made to exhaust the stack. */
const deepest = 40;

const isDeeper = (value: unknown, left: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (left === 0 || Object.values(value).some((one) => isDeeper(one, left - 1)));

function asProblem(reason: unknown): unknown {
  if (memberOf(reason, 'type') === 'entity.too.large') return new Problem(tooLarge);
  // Whatever the parser blames on the sender; an error of decompression has a status only.
  const status = memberOf(reason, 'status');
  return typeof status === 'number' && status < 500 ? new Problem(malformed, { issues: [] }) : reason;
}
