import { Agent, request } from 'node:http';
import type { Route } from '../../server/http/route.ts';
import type { TestApp } from '../harness/eachApp.ts';
import type { ActorOfMatrix } from './actors.ts';
import { bodyOf } from './bodyOf.ts';
import { saidIn } from './said.ts';
import { shared, targetOf } from './targets.ts';
import type { Half } from './world.ts';

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Asks for what a route says of this part of the world; the same question of the same actor is asked once. */
export type Ask = (actor: ActorOfMatrix, route: Route, half: Half) => Promise<Reply>;

/** What the routes have answered so far: statuses by operation, each once. */
export type Statuses = ReadonlyMap<string, ReadonlySet<number>>;

/** A question as it goes over the wire. */
export interface Question {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What they write is not there yet in this world, so that its revision is 0. */
const unwritten = new Set([
  ...['putAvailability', 'putHomeSchoolHours', 'saveOwnProfile', 'setLeaversPolicy', 'changeHealthNorms', 'saveGuide'],
  ...['setSchoolRequestPolicy', 'setGroupRequestPolicy', 'setGroupRoom', 'setMyRoom', 'setSilence'],
]);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const parametersOf = ({ path }: Route): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');

/** The questions of each route by what they are about: a body is made from a schema, which takes as long as an answer. */
const known = new WeakMap<Route, WeakMap<Half, Question>>();

/** What is asked about a half; two halves that a route cannot tell apart give the same question. */
export function questionOf(route: Route, half: Half): Question {
  const ofRoute = known.get(route) ?? new WeakMap<Half, Question>();
  known.set(route, ofRoute);
  const question = ofRoute.get(half) ?? newQuestion(route, half);
  ofRoute.set(half, question);
  return question;
}

function newQuestion(route: Route, half: Half): Question {
  const naming = (name: string) => targetOf(route.operationId, name, half);
  const path = `/api${route.path.replace(/:(\w+)/g, (_, name: string) => naming(name) ?? shared.get(name) ?? '')}`;
  const more = saidIn(route.operationId, half);
  const query = route.query ? bodyOf(route.query, naming) : undefined;
  const body = route.body ? bodyOf(route.body, naming) : undefined;
  const entries = Object.entries(isObject(query) ? { ...query, ...more } : {}).filter(([, one]) => one !== undefined);
  const search = new URLSearchParams(entries.map(([name, one]) => [name, String(one)])).toString();
  const revision = unwritten.has(route.operationId) ? '"0"' : '"1"';
  return {
    method: route.method.toUpperCase(),
    path: search ? `${path}?${search}` : path,
    headers: {
      ...(isObject(body) ? { 'content-type': 'application/json' } : {}),
      ...(route.method !== 'get' && 'precondition' in route ? { 'if-match': revision } : {}),
    },
    body: isObject(body) ? JSON.stringify({ ...body, ...more }) : undefined,
  };
}

/** Asks with the session that the actor began with, whatever was answered since. */
export function asking({ app, url }: Pick<TestApp, 'app' | 'url'>): { readonly ask: Ask; readonly statuses: Statuses } {
  const send = sending(url);
  const answers = new Map<string, Promise<Reply>>();
  const statuses = new Map<string, Set<number>>();
  const note = (operationId: string, reply: Reply): Reply => {
    statuses.set(operationId, (statuses.get(operationId) ?? new Set()).add(reply.status));
    return reply;
  };
  const ask: Ask = (actor, route, half) => {
    const question = questionOf(route, half);
    const key = JSON.stringify([actor.name, question]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const headers = { ...question.headers, origin: app.config.publicUrl, cookie: actor.cookie };
    const answer = send({ ...question, headers }).then((reply) => note(route.operationId, reply));
    answers.set(key, answer);
    return answer;
  };
  return { ask, statuses };
}

/** Sends questions as they are, over kept connections. */
export function sending(url: string): (question: Question) => Promise<Reply> {
  const agent = new Agent({ keepAlive: true });
  const { hostname: host, port } = new URL(url);
  return ({ body, ...question }) => exchange({ ...question, host, port, agent }, body);
}

const exchange = (options: Parameters<typeof request>[1] & object, body: string | undefined): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request(options, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => void chunks.push(chunk));
      reply.on('error', reject);
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
