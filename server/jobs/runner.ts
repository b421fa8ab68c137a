import type { Database } from '../db/database.ts';
import type { InRead, InWrite } from '../events/inScope.ts';
import type { Log } from '../events/log.ts';
import type { Bus } from '../realtime/bus.ts';
import type { JobKind } from './job.ts';

export interface JobRunnerParts {
  readonly database: Database;
  readonly kinds: readonly JobKind<unknown>[];
  readonly inRead: InRead;
  readonly inWrite: InWrite;
  readonly bus: Bus;
  readonly clock: () => Date;
  readonly log: Log;
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
export declare function createJobRunner(parts: JobRunnerParts): JobRunner;
