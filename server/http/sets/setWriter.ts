import type { IncomingMessage } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { type Actor, system } from '../../access/actor.ts';
import type { Language } from '../../host/language.ts';
import type { WriteScope } from '../../host/scope.ts';
import type { Scopes } from '../../host/scopes.ts';
import type { Texts } from '../../host/texts.ts';
import type { SetReply } from '../../realtime/protocol.ts';
import { recordChange, shown } from '../answer.ts';
import type { Ceiling } from '../ceiling.ts';
import type { Reply } from '../idempotency.ts';
import { type LetThroughParts, mustBeLetThrough } from '../letThrough.ts';
import { parseInput } from '../parse.ts';
import { Problem } from '../problem.ts';
import { malformed, signInNeeded, tooMany } from '../problems.ts';
import type { AskedInSet, InSets, Route, WriteRoute } from '../route.ts';
import { defectBody, problemBody } from '../sendProblem.ts';
import { SentInSet } from './protocol.ts';

export interface SetParts extends LetThroughParts {
  readonly routes: readonly Route[];
  readonly scopes: Scopes;
  readonly texts: Texts;
  readonly log: Logger;
  /** Of whoever is not recognised. */
  readonly language: Language;
  readonly ceiling: Ceiling;
  /** Who is behind these sockets now; session and rights are read afresh, in a transaction when told. */
  actorsOf(requests: readonly IncomingMessage[], db?: Knex): Promise<readonly (Actor | undefined)[]>;
}

/** Takes writes that come over sockets. */
export interface SetWriter {
  /** The names under which they come. */
  readonly events: ReadonlySet<string>;
  /** Resolves after the commit, or with why not. Never throws. */
  take(event: string, from: IncomingMessage, sent: unknown): Promise<SetReply>;
}

type SetRoute = WriteRoute<unknown, unknown, unknown, unknown, unknown> & {
  readonly inSets: InSets<unknown, unknown, unknown, unknown>;
};

interface Waiting {
  readonly from: IncomingMessage;
  readonly sent: unknown;
  answer(reply: SetReply): void;
}

/** Somebody who was let in, and what was parsed. */
interface Entered extends AskedInSet<unknown, unknown, unknown> {
  readonly from: IncomingMessage;
  answer(reply: SetReply): void;
}

/** More would keep others from the one writer for too long. */
const most = 64;

/**
 * Writes that arrive together are answered together: one transaction, one wait for the disk. Rights are read for all at once: before
 * it, so that who has none comes no further, and in it, so that none is gone when it commits. What one of them is refused with
 * concerns it alone; when the transaction fails, each is tried by itself.
 */
export function createSetWriter(parts: SetParts): SetWriter {
  const queues = new Map<string, ReturnType<typeof queueOf>>();
  for (const route of parts.routes) if (isInSets(route)) queues.set(route.inSets.event, queueOf(route, parts));
  return {
    events: new Set(queues.keys()),
    take: (event, from, sent) =>
      new Promise((resolve) => {
        const queue = queues.get(event);
        if (queue) queue({ from, sent, answer: resolve });
        else resolve(refusal(parts, undefined, new Problem(malformed, { issues: [] })));
      }),
  };
}

const isInSets = (route: Route): route is SetRoute =>
  !route.session && !route.reads && 'inSets' in route && route.inSets !== undefined;

function queueOf(route: SetRoute, parts: SetParts): (one: Waiting) => void {
  const waiting: Waiting[] = [];
  let isAtIt = false;
  async function work(): Promise<void> {
    isAtIt = true;
    while (waiting.length > 0) {
      // Whatever the sockets have for us in this turn belongs to the set.
      await turn();
      await answerAll(route, parts, waiting.splice(0, most));
    }
    isAtIt = false;
  }
  return (one) => {
    waiting.push(one);
    if (!isAtIt) void work();
  };
}

async function answerAll(route: SetRoute, parts: SetParts, all: readonly Waiting[]): Promise<void> {
  try {
    const actors = await parts.actorsOf(all.map(({ from }) => from));
    const entered: Entered[] = [];
    for (const [nth, one] of all.entries()) {
      const actor = actors[nth];
      try {
        entered.push({ ...one, ...(await enter(route, parts, actor, one.sent)) });
      } catch (reason) {
        one.answer(refusal(parts, actor, reason));
      }
    }
    await writeAll(route, parts, entered);
  } catch (reason) {
    for (const { answer } of all) answer(refusal(parts, undefined, reason));
  }
}

/** The same questions as over HTTP, in the same order. */
async function enter(
  route: SetRoute,
  { ceiling, texts, hasJustProven }: SetParts,
  actor: Actor | undefined,
  sent: unknown,
): Promise<AskedInSet<unknown, unknown, unknown>> {
  if (!actor) throw new Problem(signInNeeded);
  if (!(await ceiling.allows(actor.personId))) throw new Problem(tooMany);
  mustBeLetThrough(route, actor, { hasJustProven });
  const parsed = SentInSet.safeParse(sent).data;
  if (!parsed) throw new Problem(malformed, { issues: [] });
  const say = (key: string, values?: Readonly<Record<string, unknown>>) =>
    texts.say(actor.language, 'http', key, values);
  return { actor, input: { ...parseInput(route, { ...parsed, query: {} }, say), ifMatch: 0 } };
}

async function writeAll(route: SetRoute, parts: SetParts, entered: readonly Entered[]): Promise<void> {
  if (entered.length === 0) return;
  try {
    const replies = await repliesTo(route, parts, entered);
    for (const [nth, { answer, actor }] of entered.entries()) {
      const reply = replies[nth];
      answer(reply && !(reply instanceof Problem) ? { ok: true, ...reply } : refusal(parts, actor, reply));
    }
  } catch (reason) {
    const [one, another] = entered;
    if (!another) one?.answer(refusal(parts, one.actor, reason));
    // One of them, or chance, has brought all of them down.
    else for (const alone of entered) await writeAll(route, parts, [alone]);
  }
}

const repliesTo = (
  route: SetRoute,
  parts: SetParts,
  entered: readonly Entered[],
): Promise<readonly (Reply | Problem)[]> =>
  parts.scopes.inWrite(system, async (scope) => {
    const { inSets } = route;
    await inSets.lock(scope, entered);
    const still = await whoStillMay(route, parts, scope, entered);
    const ready = still.flatMap((one) => (one instanceof Problem ? [] : [one]));
    const outputs = ready.length > 0 ? await inSets.handle(scope, ready) : [];
    const replies = outputs.map((output) => (output instanceof Problem ? output : shown(route, output)));
    for (const [nth, reply] of replies.entries()) {
      const one = ready[nth];
      if (one && !(reply instanceof Problem)) await recordChange(scope.as(one.actor), route, one.input, reply);
    }
    const inOrder = replies.values();
    return still.map((one) => (one instanceof Problem ? one : present(inOrder.next().value)));
  });

/** Those who came in, with the rights that they have in this transaction; or why not any more. */
async function whoStillMay(
  route: SetRoute,
  parts: SetParts,
  { db }: WriteScope,
  entered: readonly Entered[],
): Promise<readonly (Entered | Problem)[]> {
  const actors = await parts.actorsOf(
    entered.map(({ from }) => from),
    db,
  );
  return entered.map((one, nth) => {
    const actor = actors[nth];
    try {
      if (!actor) throw new Problem(signInNeeded);
      mustBeLetThrough(route, actor, parts);
      return { ...one, actor };
    } catch (reason) {
      if (reason instanceof Problem) return reason;
      throw reason;
    }
  });
}

function present<T>(reply: T | undefined): T {
  if (reply === undefined) throw new Error('A write of a set has no answer');
  return reply;
}

function refusal({ texts, log, language }: SetParts, actor: Actor | undefined, reason: unknown): SetReply {
  const spoken = actor?.language ?? language;
  if (reason instanceof Problem)
    return { ok: false, status: reason.kind.status, problem: problemBody(reason, spoken, texts) };
  log.error({ err: reason }, 'A write over a socket failed');
  return { ok: false, status: 500, problem: defectBody(spoken, texts) };
}
