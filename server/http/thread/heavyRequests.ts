import type { Worker } from 'node:worker_threads';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import type { Log } from '../../events/log.ts';
import { startThread } from '../../host/startThread.ts';
import type { Bus } from '../../realtime/bus.ts';
import type { Asked } from '../answer.ts';
import type { Reply } from '../idempotency.ts';
import { Problem } from '../problem.ts';
import type { FromThread, Settled, ToThread } from './message.ts';

/** Answers requests that take the processor for long in a thread of their own, so that the others are answered at once. */
export interface HeavyRequests {
  /** Rejects as the route's own handler would. */
  answer(operationId: string, asked: Asked): Promise<Reply>;
  close(): Promise<void>;
}

export interface HeavyRequestsParts {
  readonly config: Config;
  readonly database: Pick<Database, 'whileIdle'>;
  readonly bus: Pick<Bus, 'publish'>;
  readonly log: Log;
  /** Called after each transaction of the thread: there may be events and jobs to see to. */
  wrote(): void;
}

/** A request that needs more ends the thread, never the process. */
const heapMb = 512;
/** Unless told, a thread lets tens of megabytes of rubbish lie. */
const youngMb = 24;

interface Waiting {
  resolve(reply: Reply): void;
  reject(reason: Error): void;
}

/**
 * The thread begins with the first heavy request, which waits a second for it, because it holds some 80 MB; it stays
 * then, and when it dies, the next request starts another.
 */
export function createHeavyRequests(parts: HeavyRequestsParts): HeavyRequests {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let lastId = 0;

  function started(): Worker {
    if (thread) return thread;
    const worker = startHeavy(parts, (settled) => {
      const one = waiting.get(settled.id);
      waiting.delete(settled.id);
      if (one) settle(one, settled);
    });
    worker.once('exit', (code) => {
      if (thread === worker) thread = undefined;
      if (waiting.size > 0) parts.log.error({ code }, 'The thread of heavy requests ended');
      for (const one of waiting.values()) one.reject(new Error('The thread ended while it was at this request'));
      waiting.clear();
    });
    thread = worker;
    return worker;
  }

  return {
    answer: (operationId, asked) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        const message: ToThread = { kind: 'ask', id, operationId, asked };
        started().postMessage(message);
      }),
    close: async () => void (await thread?.terminate()),
  };
}

function startHeavy({ config, ...parts }: HeavyRequestsParts, settled: (how: Settled) => void): Worker {
  const worker = startThread(new URL('../../heavyThread.ts', import.meta.url), {
    workerData: { config },
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb },
  });
  let written: () => void = () => undefined;
  const letWrite = (): Promise<void> =>
    parts.database.whileIdle(
      () =>
        new Promise<void>((resolve) => {
          written = resolve;
          const message: ToThread = { kind: 'may-write' };
          worker.postMessage(message);
        }),
    );
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'wants-to-write') void letWrite();
    else if (message.kind === 'bus') void parts.bus.publish(message.message);
    else if (message.kind === 'written') {
      written();
      parts.wrote();
    } else settled(message);
  });
  worker.on('error', (reason) => parts.log.error({ name: reason.name }, 'The thread of heavy requests broke'));
  // Whatever became of the thread, the others may write again.
  worker.once('exit', () => written());
  // Nothing waits for it but requests, which keep the process alive by themselves.
  worker.unref();
  return worker;
}

function settle({ resolve, reject }: Waiting, how: Settled): void {
  if (how.kind === 'answered') resolve(how.reply);
  else if (how.kind === 'refused') reject(new Problem(how.problem, how.extra));
  else reject(Object.assign(new Error('A heavy request failed'), { name: how.name, stack: how.stack }));
}
