import { ApiProblem, problemFrom, unreachable } from './ApiProblem.ts';
import { newKey } from './newKey.ts';
import { askForProof } from './stepUp.ts';

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface WriteOptions {
  /** The revision that the person saw; a newer one on the server refuses the write. */
  readonly revision?: number;
}

/** Retries are safe: reads change nothing, and every write carries an Idempotency-Key. */
const pausesMs = [600, 2000];

const languageOfPage = (): string => document.documentElement.lang || 'en';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function parsed(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const type = response.headers.get('content-type') ?? '';
  return type.includes('json') ? response.json() : response.text();
}

async function once(path: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, { credentials: 'same-origin', ...init });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw unreachable();
  }
  const body = await parsed(response).catch(() => undefined);
  if (!response.ok) throw problemFrom(response.status, body);
  return body;
}

const worthAnotherTry = (cause: unknown): boolean =>
  cause instanceof ApiProblem && (cause.status === 0 || cause.status === 502 || cause.status === 503);

async function patiently(path: string, init: RequestInit): Promise<unknown> {
  for (const ms of pausesMs) {
    try {
      return await once(path, init);
    } catch (cause) {
      if (!worthAnotherTry(cause)) throw cause;
      await pause(ms);
    }
  }
  return once(path, init);
}

const wantsProof = (cause: unknown): boolean =>
  cause instanceof ApiProblem && cause.type === '/problems/http/step-up-needed';

/** Asks the person who they are where the server wants to know, and sends the same again. */
async function proven(path: string, init: RequestInit): Promise<unknown> {
  try {
    return await patiently(path, init);
  } catch (cause) {
    if (!wantsProof(cause) || !(await askForProof())) throw cause;
    return patiently(path, init);
  }
}

/** Reads one resource below `/api`. Throws `ApiProblem`. */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T>;
export async function read(path: string, signal?: AbortSignal): Promise<unknown> {
  const headers = { accept: 'application/json', 'accept-language': languageOfPage() };
  return proven(path, signal ? { headers, signal } : { headers });
}

/** Changes something below `/api`; repeating it after a lost reply does no harm. Throws `ApiProblem`. */
export async function write<T>(method: Method, path: string, body?: unknown, options?: WriteOptions): Promise<T>;
export async function write(
  method: Method,
  path: string,
  body?: unknown,
  options: WriteOptions = {},
): Promise<unknown> {
  const headers = new Headers({
    accept: 'application/json',
    'accept-language': languageOfPage(),
    'idempotency-key': newKey(),
  });
  if (options.revision !== undefined) headers.set('if-match', `"${options.revision}"`);
  if (body === undefined) return proven(path, { method, headers });
  headers.set('content-type', 'application/json');
  return proven(path, { method, headers, body: JSON.stringify(body) });
}
