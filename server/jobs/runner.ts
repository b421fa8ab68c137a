import { setTimeout as delay } from 'node:timers/promises';
import { failureOf } from '../events/failure.ts';
import { createLoop } from '../events/loop.ts';
import { mostAttempts } from './domain/attempts.ts';
import type { JobKind } from './job.ts';
import { jobAbandoned } from './problems.ts';
import { beginJob, type RunningJob, type RunningParts } from './running.ts';
import { type ClaimedJob, claimJob, endLease, heldLeases, isAnyJobDue, renewLeases } from './store/leases.ts';
import { jobCancelled, jobTopic } from './topics.ts';

export interface JobRunnerParts extends RunningParts {
  readonly kinds: readonly JobKind<unknown>[];
  /** How many jobs this process runs at a time. */
  readonly concurrency: number;
  /** How often to look for jobs of other processes, and for cancellations; 1 s unless told. */
  readonly pollMs?: number;
}

export interface JobRunner {
  /** Called after every commit that enqueued a job. */
  wake(): void;
  start(): void;
  /** Aborts what runs and gives it back to the queue. */
  stop(): Promise<void>;
  /** For tests: runs, started or not, until no job is due. */
  idle(): Promise<void>;
}

/** A job whose process has not been heard of for so long is taken up by another. */
const leaseMs = 30_000;
/** How long jobs may take to notice that the process stops. */
const graceMs = 5000;

/**
 * Runs queued jobs, oldest first. Who runs a job holds a lease on it and renews it; without the lease it can
 * neither write nor end the job, so that a process that was thought dead does no harm when it wakes up.
 * Cancelling takes the lease away.
 */
export function createJobRunner(parts: JobRunnerParts): JobRunner {
  const { database, clock, log, bus, concurrency } = parts;
  const kinds = new Map(parts.kinds.map((kind) => [kind.name, kind]));
  const names = [...kinds.keys()];
  const running = new Set<RunningJob>();
  let stopping = false;
  let renewedAt = clock();

  const isDue = () => isAnyJobDue(database.reader, names, clock());
  const loop = createLoop(work, parts.pollMs ?? 1000, (reason) =>
    log.error({ failure: failureOf(reason) }, 'Jobs could not be taken up'),
  );

  async function work(): Promise<void> {
    if (running.size > 0) await keepLeases();
    while (!stopping && running.size < concurrency && (await isDue())) {
      const job = await takeUp(parts, names);
      if (!job) return;
      const kind = kinds.get(job.kind);
      if (kind && job.attempts <= mostAttempts) begin(kind, job);
    }
  }

  function begin(kind: JobKind<unknown>, job: ClaimedJob): void {
    const one = beginJob(parts, kind, job);
    running.add(one);
    void one.settled.then(() => {
      running.delete(one);
      loop.wake();
    });
  }

  async function keepLeases(): Promise<void> {
    const held = await heldLeases(database.reader, leasesOf(running));
    for (const one of running) if (!held.has(one.job.leaseId)) one.stop('lost');
    const now = clock();
    if (now.getTime() - renewedAt.getTime() < leaseMs / 3) return;
    await database.write((trx) => renewLeases(trx, leasesOf(running), leaseEnd(now)));
    renewedAt = now;
  }

  const stopHearing = bus.onMessage((message) => {
    if (!('topic' in message) || message.topic !== jobCancelled.name) return;
    for (const one of running) if (one.job.id === message.key) one.stop('lost');
  });
  const stopGaps = bus.onGap(loop.wake);

  return {
    wake: loop.wake,
    start: loop.start,
    async stop() {
      stopping = true;
      stopHearing();
      stopGaps();
      await loop.stop();
      await stopAll(running);
    },
    async idle() {
      await loop.run();
      while (!stopping && (running.size > 0 || (await isDue()))) {
        if (running.size > 0) await Promise.race([...running].map((one) => one.settled));
        // Otherwise another process is at it.
        else await delay(10);
        await loop.run();
      }
    },
  };
}

const leasesOf = (running: ReadonlySet<RunningJob>): string[] => [...running].map((one) => one.job.leaseId);
const leaseEnd = (now: Date): Date => new Date(now.getTime() + leaseMs);

/** Takes up one job; one that was begun too often is ended instead. */
const takeUp = ({ inWrite, clock }: JobRunnerParts, kinds: readonly string[]): Promise<ClaimedJob | undefined> =>
  inWrite(async (scope) => {
    const now = clock();
    const request = { kinds, leaseId: scope.newId(), now, leaseEndsAt: leaseEnd(now) };
    const job = await claimJob(scope.db, scope.dialect, request);
    if (!job) return undefined;
    if (job.attempts > mostAttempts)
      await endLease(scope.db, job.leaseId, { state: 'failed', problem: jobAbandoned.id }, now);
    scope.touch(jobTopic, job.id);
    return job;
  });

/** Gives everything back to the queue; jobs that do not notice in time are left behind. */
async function stopAll(running: ReadonlySet<RunningJob>): Promise<void> {
  for (const one of running) one.stop('stopping');
  const settled = Promise.all([...running].map((one) => one.settled));
  const grace = new AbortController();
  await Promise.race([settled, delay(graceMs, undefined, { signal: grace.signal }).catch(() => undefined)]);
  grace.abort();
  for (const one of running) await one.release();
}
