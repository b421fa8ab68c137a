import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { system } from './access/actor.ts';
import type { InTurn } from './db/connect.ts';
import { createTurnsOfThread } from './host/turnsOfThread.ts';
import { Problem } from './http/problem.ts';
import { createInstance } from './instance.ts';
import { createJobContext } from './jobs/jobContext.ts';
import { JobStopped } from './jobs/stopped.ts';
import type { FromThread, JobThreadData, ToThread } from './jobs/thread/message.ts';

/*
 * The thread in which jobs with `inThread` run: an instance of its own, with its own connections, that neither
 * listens nor runs anything in the background.
 */

const post = (message: FromThread): void => parentPort?.postMessage(message);

/** A job reads most rows once. */
const cacheKb = 2000;

async function main({ config }: JobThreadData): Promise<void> {
  const isSqlite = config.database.dialect === 'sqlite';
  const database = config.database.dialect === 'sqlite' ? { ...config.database, cacheKb } : config.database;
  const turns = createTurnsOfThread({
    want: () => post({ kind: 'wants-to-write' }),
    written: () => post({ kind: 'written' }),
  });
  const inTurn: InTurn = (write) => (isSqlite ? turns.alone(write) : write().finally(() => post({ kind: 'written' })));
  const { installation, scopes, bus } = await createInstance({ ...config, database }, { migrate: false, inTurn });
  const kinds = new Map(
    installation.loaded.flatMap(({ parts }) => (parts.jobs ?? []).map((kind) => [kind.name, kind] as const)),
  );
  // On PostgreSQL everybody hears of everything through the database.
  if (isSqlite) bus.onMessage((message) => post({ kind: 'bus', message }));

  let controller = new AbortController();

  async function run({ job }: Extract<ToThread, { kind: 'run' }>): Promise<FromThread> {
    const kind = kinds.get(job.kind);
    if (!kind) throw new Error(`No plugin has jobs of the kind ${job.kind}`);
    controller = new AbortController();
    const context = createJobContext(
      {
        inRead: (work) => scopes.inRead(system, work),
        inWrite: (work, before) => scopes.inWrite(system, work, before),
      },
      job,
      controller,
      (progress) => post({ kind: 'progress', progress }),
    );
    return { kind: 'result', result: await kind.run(context, kind.input.parse(job.inputJson)) };
  }

  parentPort?.on('message', (message: ToThread) => {
    if (message.kind === 'may-write') turns.mayWrite();
    else if (message.kind === 'stop') controller.abort(new JobStopped(message.why));
    else void run(message).catch(failureOf).then(post);
  });
}

function failureOf(reason: unknown): FromThread {
  if (reason instanceof Problem) return { kind: 'refused', problem: reason.kind };
  if (!(reason instanceof Error)) return { kind: 'broken', name: 'Error', message: String(reason), stack: '' };
  return { kind: 'broken', name: reason.name, message: reason.message, stack: reason.stack ?? '' };
}

// Loaded by anything but a thread, it does nothing.
if (!isMainThread) void main(workerData);
