import type { Worker } from 'node:worker_threads';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import { startThread } from '../../host/startThread.ts';
import { Problem, type ProblemKind } from '../../http/problem.ts';
import type { Bus } from '../../realtime/bus.ts';
import type { Progress } from '../job.ts';
import { JobStopped } from '../stopped.ts';
import type { ClaimedJob } from '../store/leases.ts';
import type { FromThread, JobThreadData, ToThread } from './message.ts';

/** Runs jobs in a thread of their own. */
export interface JobThreads {
  /** Resolves with the job's result; rejects as the job's own `run` would. */
  run(job: ClaimedJob, signal: AbortSignal, report: (progress: Progress) => void): Promise<unknown>;
  close(): Promise<void>;
}

export interface JobThreadsParts {
  readonly config: Config;
  readonly database: Database;
  readonly bus: Bus;
  /** The problems that a job may end with, by id. */
  readonly problems: readonly ProblemKind[];
  /** Called after each transaction of a thread: there may be events and jobs to see to. */
  wrote(): void;
}

/** A thread takes a second to start, and a preview is followed by its commit: it is kept for a while. */
const keptMs = 60_000;
/** A job that needs more ends its thread, never the process. */
const heapMb = 320;

export function createJobThreads(parts: JobThreadsParts): JobThreads {
  let idle: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;

  const take = (): Worker => {
    clearTimeout(timer);
    const found = idle;
    idle = undefined;
    const worker = found ?? start(parts.config);
    worker.ref();
    return worker;
  };
  const giveBack = (worker: Worker): void => {
    worker.unref();
    if (idle) void worker.terminate();
    else idle = worker;
    clearTimeout(timer);
    timer = setTimeout(() => void close(), keptMs);
    timer.unref();
  };
  const close = async (): Promise<void> => {
    clearTimeout(timer);
    await idle?.terminate();
    idle = undefined;
  };

  return {
    async run(job, signal, report) {
      const worker = take();
      try {
        const result = await runIn(worker, parts, job, signal, report);
        giveBack(worker);
        return result;
      } catch (reason) {
        if (reason instanceof Problem) giveBack(worker);
        else await worker.terminate();
        throw reason;
      }
    },
    close,
  };
}

function start(config: Config): Worker {
  const workerData: JobThreadData = { config };
  return startThread(new URL('../../jobThread.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
}

function runIn(
  worker: Worker,
  parts: JobThreadsParts,
  job: ClaimedJob,
  signal: AbortSignal,
  report: (progress: Progress) => void,
): Promise<unknown> {
  const post = (message: ToThread): void => worker.postMessage(message);
  let written: () => void = () => undefined;

  const letWrite = (): Promise<void> =>
    parts.database.whileIdle(
      () =>
        new Promise<void>((resolve) => {
          written = resolve;
          post({ kind: 'may-write' });
        }),
    );
  const stop = (): void => {
    if (signal.reason instanceof JobStopped) post({ kind: 'stop', why: signal.reason.why });
  };

  return new Promise<unknown>((resolve, reject) => {
    const hear = (message: FromThread): void => {
      if (message.kind === 'progress') report(message.progress);
      else if (message.kind === 'wants-to-write') void letWrite();
      else if (message.kind === 'bus') void parts.bus.publish(message.message);
      else if (message.kind === 'written') {
        written();
        parts.wrote();
      } else if (message.kind === 'result') resolve(message.result);
      else if (message.kind === 'refused') reject(problemOf(parts.problems, message.problem.id));
      else reject(Object.assign(new Error(message.message), { name: message.name, stack: message.stack }));
    };
    const exited = (code: number): void => reject(new Error(`The thread of a job ended with code ${code}`));
    worker.on('message', hear).once('error', reject).once('exit', exited);
    signal.addEventListener('abort', stop, { once: true });
    post({ kind: 'run', job });
  }).finally(() => {
    // Whatever became of the thread, the others may write again.
    written();
    worker.removeAllListeners();
    signal.removeEventListener('abort', stop);
  });
}

function problemOf(problems: readonly ProblemKind[], id: string): Error {
  const kind = problems.find((one) => one.id === id);
  return kind ? new Problem(kind) : new Error(`A job ended with the unknown problem ${id}`);
}
