import type { Request, RequestHandler, Response, Router } from 'express';
import { type Actor, nobody } from '../access/actor.ts';
import type { Config } from '../config.ts';
import { isFileReply } from '../host/fileReply.ts';
import { isReceived } from '../host/receivedFile.ts';
import type { Scopes } from '../host/scopes.ts';
import type { SessionControl } from '../host/session.ts';
import type { Texts } from '../host/texts.ts';
import { answer, shown } from './answer.ts';
import type { Reply } from './idempotency.ts';
import type { Say } from './issueText.ts';
import { type LetThroughParts, mustBeLetThrough } from './letThrough.ts';
import { parseInput } from './parse.ts';
import { Problem } from './problem.ts';
import { malformed, revisionNeeded } from './problems.ts';
import { readBody } from './readBody.ts';
import { forget, type Receiving, receiveFile } from './receiveFile.ts';
import type { Route, RouteInput } from './route.ts';
import { sendFile } from './sendFile.ts';
import type { HeavyRequests } from './thread/heavyRequests.ts';

export interface MountParts extends LetThroughParts {
  readonly scopes: Scopes;
  readonly texts: Texts;
  readonly config: Pick<Config, 'language'>;
  actorOf(req: Request): Promise<Actor>;
  sessionOf(req: Request, actor: Actor): SessionControl;
  /** What routes need that begin, change and end a session: express-session and passport. */
  readonly sessionMiddleware: readonly RequestHandler[];
  /** Where uploads are received. */
  readonly receiving: Receiving;
  /** Told of whom somebody saw something. */
  readonly views?: { saw(actorId: string, what: string, personIds: readonly string[]): void };
  /** Where heavy routes are answered; without it they are answered in this thread, as the tests want. */
  readonly heavy?: Pick<HeavyRequests, 'answer'> | undefined;
}

const smallBody = 100_000;

export const isFromAnywhere = (route: Route): boolean => !route.session && !route.reads && route.fromAnywhere === true;

/** The whole way of a request: who, may they, what, do it, show it. */
export function mount(router: Router, route: Route, parts: MountParts): void {
  const before = route.session ? parts.sessionMiddleware : [];
  router[route.method](route.path, ...before, async (req, res) => {
    const actor = isFromAnywhere(route) ? nobody(parts.config.language) : await parts.actorOf(req);
    mustBeLetThrough(route, actor, parts);
    mustKnowSecret(route, parts, req, actor);
    const body = await bodyOf(route, req, res, parts.receiving);
    await send(res, route, await replyToBody(route, parts, req, actor, body));
  });
}

/** What an address must hold, asked before anything is read of the body. */
function mustKnowSecret(route: Route, { texts }: MountParts, req: Request, { language }: Actor): void {
  if (route.session || route.reads || !route.mustKnow) return;
  const given = { params: { ...req.params }, query: {}, body: undefined };
  const declared = route.params ? { params: route.params } : {};
  route.mustKnow(parseInput(declared, given, (key, values) => texts.say(language, 'http', key, values)).params);
}

type Input = RouteInput<unknown, unknown, unknown>;

async function replyToBody(route: Route, parts: MountParts, req: Request, actor: Actor, body: unknown): Promise<Reply> {
  try {
    const say: Say = (key, values) => parts.texts.say(actor.language, 'http', key, values);
    const input = inputOf(route, req, body, say);
    const reply = await replyTo(route, parts, req, actor, input);
    noteView(route, parts, actor, input, reply);
    return reply;
  } finally {
    if (isReceived(body)) await forget(body);
  }
}

/** What was shown of whom; nothing of what an administrator sees in the empty school of a role. */
function noteView(route: Route, { views }: MountParts, actor: Actor, input: Input, { body }: Reply): void {
  if (!views || !route.reads || actor.kind !== 'person' || actor.viewAs) return;
  const { about } = route;
  if (about && !('notKept' in about)) views.saw(actor.personId, about.what, about.whose(input, body));
}

async function bodyOf(route: Route, req: Request, res: Response, receiving: Receiving): Promise<unknown> {
  if (route.method === 'get') return undefined;
  const limit = route.bodyLimit ?? smallBody;
  return route.upload ? receiveFile(req, limit, receiving) : readBody(req, res, limit);
}

function inputOf(route: Route, req: Request, body: unknown, say: Say): Input {
  const parsed = parseInput(route, { params: { ...req.params }, query: { ...req.query }, body }, say);
  return { ...parsed, ifMatch: revisionOf(route, req) };
}

function revisionOf(route: Route, req: Request): number {
  if (route.session || route.reads || !route.precondition) return 0;
  const header = req.get('if-match');
  if (header === undefined) throw new Problem(revisionNeeded);
  const revision = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (revision === undefined) throw new Problem(malformed, { issues: [] });
  return Number(revision);
}

async function replyTo(route: Route, parts: MountParts, req: Request, actor: Actor, input: Input): Promise<Reply> {
  if (route.session) return shown(route, await route.handle(parts.sessionOf(req, actor), input));
  const asked = { actor, input, address: `${req.method} ${req.path}`, idempotencyKey: req.get('idempotency-key') };
  if (route.isHeavy && parts.heavy) return parts.heavy.answer(route.operationId, asked);
  return answer(route, parts.scopes, asked);
}

async function send(res: Response, route: Route, reply: Reply): Promise<void> {
  const { body } = reply;
  res.status(reply.status).setHeader('Cache-Control', 'no-store');
  if (typeof body === 'object' && body !== null && 'revision' in body && typeof body.revision === 'number')
    res.setHeader('ETag', `"${body.revision}"`);
  if (isFileReply(body)) await sendFile(res, body);
  else if (route.produces) res.type(route.produces).send(body);
  else res.json(body ?? {});
}
