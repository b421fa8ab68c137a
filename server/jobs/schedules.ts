import type { Database } from '../db/database.ts';
import type { InWrite } from '../events/inScope.ts';
import type { Log } from '../events/log.ts';
import type { Schedule } from './job.ts';

export interface SchedulerParts {
  readonly database: Database;
  readonly schedules: readonly Schedule[];
  readonly inWrite: InWrite;
  readonly clock: () => Date;
  readonly log: Log;
  /** How often to look whether something is due; 1 s unless told. */
  readonly pollMs?: number;
}

export interface Scheduler {
  start(): void;
  stop(): Promise<void>;
  /** For tests: runs, started or not, what is due now. */
  idle(): Promise<void>;
}
export declare function createScheduler(parts: SchedulerParts): Scheduler;
