import fc from 'fast-check';
import { z } from 'zod';
import type { Route } from '../../../server/http/route.ts';
import { arbitraryOf, type Pool } from './arbitraryOf.ts';
import { type Mutation, mutated, mutations } from './mutation.ts';

/** One request as it goes over the wire. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | undefined;
}

export const roles = ['admin', 'tutor', 'student', 'visitor'] as const;
export type FuzzRole = (typeof roles)[number];

export interface FuzzCase {
  readonly role: FuzzRole;
  readonly sent: Sent;
}

/** What is wrong with the transport of a request whose contents are fine. */
const twists = [
  'broken-json',
  'two-jsons',
  'deep-json',
  'text-type',
  'form-type',
  'no-type',
  'odd-charset',
  'false-gzip',
  'oversize',
  'empty-body',
  'bad-percent',
  'nul-in-path',
  'dots-in-path',
  'query-twice',
  'query-proto',
  'odd-if-match',
  'odd-key',
] as const;
type Twist = (typeof twists)[number];

/** Requests to one route: fitting ones, ones with a mutation in some part, and ones that are broken in transport. */
export function casesOf(route: Route, pool: Pool): fc.Arbitrary<FuzzCase> {
  const part = (schema: z.ZodType | undefined) => arbitraryOf(schema ?? z.strictObject({}), pool);
  return fc
    .record({
      role: fc.constantFrom<FuzzRole[]>(
        'admin',
        'admin',
        'admin',
        'tutor',
        'tutor',
        'tutor',
        'student',
        'student',
        'visitor',
      ),
      params: part(route.params),
      query: part(route.query),
      body: route.body ? part(route.body) : fc.constant(undefined),
      ifMatch: fc.constantFrom('"1"', '"1"', '"1"', '"2"', '"3"', '"999999999"'),
      spoil: fc.oneof(
        { weight: 7, arbitrary: fc.constant(undefined) },
        { weight: 5, arbitrary: fc.tuple(fc.constantFrom('params', 'query', 'body'), mutations) },
        { weight: 3, arbitrary: fc.constantFrom(...twists) },
      ),
    })
    .map(({ role, spoil, ...given }) => ({ role, sent: sentOf(route, given, spoil) }));
}

interface Given {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly ifMatch: string;
}

type Spoil = undefined | Twist | readonly [string, Mutation];

function sentOf(route: Route, given: Given, spoil: Spoil): Sent {
  const spoilt = (where: 'params' | 'query' | 'body') =>
    Array.isArray(spoil) && spoil[0] === where ? mutated(given[where], spoil[1]) : given[where];
  const twist = typeof spoil === 'string' ? spoil : undefined;
  const query = new URLSearchParams(entriesOf(spoilt('query')).map(([key, value]) => [key, textOf(value)])).toString();
  const body = spoilt('body');
  const hasBody = body !== undefined || (twist !== undefined && route.method !== 'get');
  const sent: Sent = {
    method: route.method.toUpperCase(),
    path: `/api${pathOf(route, spoilt('params'))}${query ? `?${query}` : ''}`,
    headers: {
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...('precondition' in route ? { 'if-match': given.ifMatch } : {}),
    },
    body: hasBody ? JSON.stringify(body ?? {}) : undefined,
  };
  return twist ? twisted(sent, twist, route) : sent;
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function pathOf({ path }: Route, params: unknown): string {
  const values = new Map(entriesOf(params));
  return path.replace(/:(\w+)/g, (_, name: string) => encoded(textOf(values.get(name) ?? 'missing')));
}

/** An empty step would name another route; a lone surrogate cannot be encoded. */
const encoded = (text: string): string =>
  text === '' ? '%20' : encodeURIComponent(Buffer.from(text.slice(0, 2000)).toString());

function twisted(sent: Sent, twist: Twist, route: Route): Sent {
  const json = String(sent.body ?? '{}');
  const typed = (type: string) => ({ ...sent, headers: { ...sent.headers, 'content-type': type }, body: json });
  const { 'content-type': _, ...untyped } = sent.headers;
  switch (twist) {
    case 'broken-json':
      return { ...sent, body: json.slice(0, -1) };
    case 'two-jsons':
      return { ...sent, body: `${json}${json}` };
    case 'deep-json':
      return { ...sent, body: `${'['.repeat(20_000)}${']'.repeat(20_000)}` };
    case 'text-type':
      return typed('text/plain');
    case 'form-type':
      return typed('multipart/form-data; boundary=x');
    case 'no-type':
      return { ...sent, headers: untyped };
    case 'odd-charset':
      return typed('application/json; charset=utf-7');
    case 'false-gzip':
      return { ...sent, headers: { ...sent.headers, 'content-encoding': 'gzip' } };
    case 'oversize':
      return { ...sent, body: `${' '.repeat(limitOf(route) + 1)}${json}` };
    case 'empty-body':
      return { ...sent, body: undefined };
    case 'bad-percent':
      return { ...sent, path: `${sent.path.split('?')[0]}/%E0%A4%A` };
    case 'nul-in-path':
      return { ...sent, path: `${sent.path.split('?')[0]}%00` };
    case 'dots-in-path':
      return { ...sent, path: `${sent.path.split('?')[0]}/%2e%2e%2f%2e%2e` };
    case 'query-twice':
      return { ...sent, path: `${sent.path.split('?')[0]}?days=1&days=2&q=a&q=b&after=1&after=2` };
    case 'query-proto':
      return { ...sent, path: `${sent.path.split('?')[0]}?__proto__[isAdmin]=1&constructor=1&%00=%00` };
    case 'odd-if-match':
      return { ...sent, headers: { ...sent.headers, 'if-match': '*, "1e9", W/"' } };
    case 'odd-key':
      return { ...sent, headers: { ...sent.headers, 'idempotency-key': '../"; drop table x' } };
  }
}

const limitOf = (route: Route): number => ('bodyLimit' in route ? route.bodyLimit : undefined) ?? 100_000;
