import type { Database } from '../db/database.ts';
import { failureOf } from '../events/failure.ts';
import type { InWrite } from '../events/inScope.ts';
import type { Log } from '../events/log.ts';
import { createLoop } from '../events/loop.ts';
import { nextRun } from './domain/nextRun.ts';
import type { Schedule } from './job.ts';
import { addSchedules, claimSchedule, dueSchedules, moveSchedule } from './store/schedules.ts';

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

/** After a failure a schedule is tried again so soon, or at its next time when that is sooner. */
const retrySeconds = 60;

/**
 * Runs every schedule once per due time, however many processes there are: its next time is moved on in the
 * transaction of the work itself. A new schedule is due after its first period; times that were missed while
 * nothing ran are made up for once.
 */
export function createScheduler(parts: SchedulerParts): Scheduler {
  const { database, clock, log } = parts;
  let known = false;
  let isStopped = false;

  async function work(): Promise<void> {
    if (!known) await addMissing(parts);
    known = true;
    const due = await dueSchedules(database.reader, clock());
    for (const schedule of parts.schedules)
      while (!isStopped && due.has(schedule.name)) if ((await runSchedule(parts, schedule)) !== 'more') break;
  }

  const loop = createLoop(work, parts.pollMs ?? 1000, (reason) =>
    log.error({ failure: failureOf(reason) }, 'Schedules could not be run'),
  );
  return {
    start: loop.start,
    stop() {
      isStopped = true;
      return loop.stop();
    },
    idle: loop.run,
  };
}

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

const addMissing = ({ database, schedules, clock }: SchedulerParts): Promise<void> =>
  database.write((trx) =>
    addSchedules(
      trx,
      schedules.map(({ name, everySeconds }) => ({ name, nextRunAt: later(clock(), everySeconds) })),
    ),
  );

async function runSchedule(
  { database, inWrite, clock, log }: SchedulerParts,
  schedule: Schedule,
): Promise<void | 'more'> {
  const { name, everySeconds } = schedule;
  try {
    return await inWrite(async (scope) => {
      const now = clock();
      const due = await claimSchedule(scope.db, scope.dialect, name, now);
      if (!due) return undefined;
      const rest = await schedule.run(scope);
      // As it was due, it is still due: another process may do the rest.
      if (rest !== 'more') await moveSchedule(scope.db, name, now, nextRun(due, everySeconds, now));
      return rest;
    });
  } catch (reason) {
    log.error({ schedule: name, failure: failureOf(reason) }, 'A schedule failed');
    const now = clock();
    await database.write((trx) => moveSchedule(trx, name, now, later(now, Math.min(retrySeconds, everySeconds))));
  }
}
