import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { InTurn } from './db/connect.ts';
import { createTurnsOfThread } from './host/turnsOfThread.ts';
import { answer } from './http/answer.ts';
import { Problem } from './http/problem.ts';
import type { FromThread, HeavyThreadData, Settled, ToThread } from './http/thread/message.ts';
import { createInstance } from './instance.ts';

/*
 * The thread in which heavy requests are answered: an instance of its own, with its own connections, that neither
 * listens nor runs anything in the background.
 */

const post = (message: FromThread): void => parentPort?.postMessage(message);

async function main({ config }: HeavyThreadData): Promise<void> {
  const turns = createTurnsOfThread({
    want: () => post({ kind: 'wants-to-write' }),
    written: () => post({ kind: 'written' }),
  });
  const isSqlite = config.database.dialect === 'sqlite';
  const inTurn: InTurn = (write) => (isSqlite ? turns.alone(write) : write().finally(() => post({ kind: 'written' })));
  // Whoever asks while it is being built waits for it.
  const ready = createInstance(config, { migrate: false, inTurn });
  parentPort?.on('message', (message: ToThread) => {
    if (message.kind === 'may-write') turns.mayWrite();
    else void answered(message).then(post);
  });

  async function answered({ id, operationId, asked }: Extract<ToThread, { kind: 'ask' }>): Promise<Settled> {
    try {
      const { installation, scopes } = await ready;
      const route = installation.routes.find((one) => one.route.operationId === operationId)?.route;
      if (!route || route.session) throw new Error(`No heavy route is called ${operationId}`);
      return { kind: 'answered', id, reply: await answer(route, scopes, asked) };
    } catch (reason) {
      if (reason instanceof Problem) return { kind: 'refused', id, problem: reason.kind, extra: reason.extra };
      const { name, stack } = reason instanceof Error ? reason : new Error(String(reason));
      return { kind: 'broken', id, name, stack: stack ?? '' };
    }
  }

  const { bus } = await ready;
  // On PostgreSQL everybody hears of everything through the database.
  if (isSqlite) bus.onMessage((message) => post({ kind: 'bus', message }));
}

// Loaded by anything but a thread, it does nothing.
if (!isMainThread) void main(workerData);
