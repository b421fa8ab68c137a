import type { Database } from '../db/database.ts';
import { failureOf } from '../events/failure.ts';
import type { InRead, InWrite } from '../events/inScope.ts';
import type { Log } from '../events/log.ts';
import { Problem } from '../http/problem.ts';
import type { Bus } from '../realtime/bus.ts';
import { nextAttempt } from './domain/attempts.ts';
import type { JobKind, Progress } from './job.ts';
import { createJobContext } from './jobContext.ts';
import { jobBroken } from './problems.ts';
import { JobStopped, type StopReason } from './stopped.ts';
import { type ClaimedJob, type Ending, endLease, storeProgress } from './store/leases.ts';
import type { JobThreads } from './thread/jobThreads.ts';
import { createThrottle } from './throttle.ts';
import { jobTopic } from './topics.ts';

export interface RunningParts {
  readonly database: Database;
  readonly inRead: InRead;
  readonly inWrite: InWrite;
  readonly bus: Bus;
  readonly clock: () => Date;
  readonly log: Log;
  /** Where kinds with `inThread` run; without it they run in this thread, as the tests want. */
  readonly threads?: JobThreads | undefined;
}

export interface RunningJob {
  readonly job: ClaimedJob;
  stop(why: StopReason): void;
  /** Gives the job back to the queue without waiting for it; it can write nothing more. */
  release(): Promise<void>;
  /** Never rejects. */
  readonly settled: Promise<void>;
}

const progressMs = 500;

/** Runs a job that has been taken up, and stores how it ended. */
export function beginJob(parts: RunningParts, kind: JobKind<unknown>, job: ClaimedJob): RunningJob {
  const { database, inWrite, bus, clock, log } = parts;
  const controller = new AbortController();
  const { signal } = controller;
  let last: Progress | undefined;

  const stop = (why: StopReason): void => controller.abort(new JobStopped(why));
  const warn = (reason: unknown, message: string): void =>
    log.warn({ job: job.id, kind: job.kind, failure: failureOf(reason) }, message);

  const throttle = createThrottle<Progress>(progressMs, async (progress) => {
    try {
      const kept = await database.write((trx) => storeProgress(trx, job.leaseId, progress));
      if (kept === 0) stop('lost');
      else await bus.publish({ topic: jobTopic.name, key: job.id, hint: progress });
    } catch (reason) {
      warn(reason, 'Progress could not be stored');
    }
  });

  const report = (progress: Progress): void => {
    last = progress;
    if (!signal.aborted) throttle.offer(progress);
  };
  const context = createJobContext(parts, job, controller, report);

  async function attempt(): Promise<Ending | undefined> {
    try {
      const { threads } = parts;
      const result =
        kind.inThread && threads
          ? await threads.run(job, signal, report)
          : await kind.run(context, kind.input.parse(job.inputJson));
      return { state: 'done', result, progress: last };
    } catch (reason) {
      return signal.aborted ? endingAfterStop() : endingAfterError(reason);
    }
  }

  const backToQueue = (): Ending => ({ state: 'queued', dueAt: clock(), attempts: job.attempts - 1 });
  const endingAfterStop = (): Ending | undefined =>
    signal.reason instanceof JobStopped && signal.reason.why === 'stopping' ? backToQueue() : undefined;

  function endingAfterError(reason: unknown): Ending {
    if (reason instanceof Problem) return { state: 'failed', problem: reason.kind.id };
    const dueAt = nextAttempt(job.attempts, clock());
    if (dueAt) {
      warn(reason, 'A job broke and will be begun again');
      return { state: 'queued', dueAt, attempts: job.attempts };
    }
    log.error({ job: job.id, kind: job.kind, failure: failureOf(reason) }, 'A job broke and was given up');
    return { state: 'failed', problem: jobBroken.id };
  }

  const end = (ending: Ending): Promise<void> =>
    inWrite(async (scope) => {
      if ((await endLease(scope.db, job.leaseId, ending, clock())) > 0) scope.touch(jobTopic, job.id);
    });

  async function run(): Promise<void> {
    const ending = await attempt();
    await throttle.close();
    // When this fails, the lease runs out and the job is begun again.
    if (ending) await end(ending).catch((reason: unknown) => warn(reason, 'The end of a job could not be stored'));
  }

  return { job, stop, release: () => end(backToQueue()), settled: run() };
}
