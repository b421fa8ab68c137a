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

/** A job that needs more ends its thread, never the process. */
const heapMb = 320;
/** Rubbish of a job is taken away soon; unless told, a thread lets tens of megabytes of it lie. */
const youngMb = 12;

export function createJobThreads(parts: JobThreadsParts): JobThreads {
  const running = new Set<Worker>();
  return {
    async run(job, signal, report) {
      // One thread a job: it has nothing left over from somebody else's work.
      const worker = start(parts.config);
      running.add(worker);
      try {
        return await runIn(worker, parts, job, signal, report);
      } finally {
        running.delete(worker);
        await worker.terminate();
      }
    },
    close: async () => {
      for (const worker of running) await worker.terminate();
    },
  };
}

function start(config: Config): Worker {
  const workerData: JobThreadData = { config };
  return startThread(new URL('../../jobThread.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb },
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
