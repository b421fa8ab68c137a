import type { IncomingMessage } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Actor, system } from '../../access/actor.ts';
import type { Language } from '../../host/language.ts';
import type { Scopes } from '../../host/scopes.ts';
import type { Texts } from '../../host/texts.ts';
import type { SetReply } from '../../realtime/protocol.ts';
import { recordChange, shown } from '../answer.ts';
import type { Ceiling } from '../ceiling.ts';
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
  /** Who is behind these sockets now; session and rights are read afresh. */
  actorsOf(requests: readonly IncomingMessage[]): Promise<readonly (Actor | undefined)[]>;
}

/** Takes writes that come over sockets. */
export interface SetWriter {
  /** The names under which they come. */
  readonly events: ReadonlySet<string>;
  /** Resolves after the commit, or with why not. Never throws. */
  take(event: string, from: IncomingMessage, sent: unknown): Promise<SetReply>;
}

type SetRoute = WriteRoute<unknown, unknown, unknown, unknown, unknown> & {
  readonly inSets: InSets<unknown, unknown, unknown, unknown, unknown>;
};

interface Waiting {
  readonly from: IncomingMessage;
  readonly sent: unknown;
  answer(reply: SetReply): void;
}

/** Somebody who was let in, and what was parsed. */
interface Entered extends AskedInSet<unknown, unknown, unknown> {
  answer(reply: SetReply): void;
}

/** More would keep others from the one writer for too long. */
const most = 64;

/**
 * Writes that arrive together are answered together: one reading of rights, one transaction, one wait for the disk. What
 * one of them is refused with concerns it alone; when the transaction fails, each is tried by itself.
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
        entered.push({ ...(await enter(route, parts, actor, one.sent)), answer: one.answer });
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
    const replies = await repliesTo(route, parts.scopes, entered);
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

async function repliesTo(route: SetRoute, scopes: Scopes, entered: readonly Entered[]) {
  const { inSets } = route;
  const prepared = await scopes.inRead(system, (scope) => inSets.prepare(scope, entered));
  const ready = entered.flatMap((one, nth) => {
    const its = prepared[nth];
    return its instanceof Problem ? [] : [{ ...one, prepared: its }];
  });
  const outputs =
    ready.length === 0
      ? []
      : await scopes.inWrite(system, async (scope) => {
          const all = await inSets.handle(scope, ready);
          const replies = all.map((output) => (output instanceof Problem ? output : shown(route, output)));
          for (const [nth, reply] of replies.entries()) {
            const one = ready[nth];
            if (one && !(reply instanceof Problem)) await recordChange(scope.as(one.actor), route, one.input, reply);
          }
          return replies;
        });
  let next = 0;
  return prepared.map((its) => (its instanceof Problem ? its : outputs[next++]));
}

function refusal({ texts, log, language }: SetParts, actor: Actor | undefined, reason: unknown): SetReply {
  const spoken = actor?.language ?? language;
  if (reason instanceof Problem)
    return { ok: false, status: reason.kind.status, problem: problemBody(reason, spoken, texts) };
  log.error({ err: reason }, 'A write over a socket failed');
  return { ok: false, status: 500, problem: defectBody(spoken, texts) };
}
