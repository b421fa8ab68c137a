import { system } from './access/actor.ts';
import type { AppParts } from './appParts.ts';
import type { LayOut } from './db/database.ts';
import { createDispatcher, type Dispatcher } from './events/dispatcher.ts';
import { createHeavyRequests, type HeavyRequests } from './http/thread/heavyRequests.ts';
import { createJobLanes } from './jobs/lanes.ts';
import type { JobRunner } from './jobs/runner.ts';
import { createScheduler, type Scheduler } from './jobs/schedules.ts';
import { createJobThreads } from './jobs/thread/jobThreads.ts';

/** Reactions, jobs and schedules, and the threads that take what is heavy. */
export interface Background {
  readonly dispatcher: Dispatcher;
  readonly jobs: JobRunner;
  readonly scheduler: Scheduler;
  /** Undefined without threads. It serves until the last request is answered, and is closed by whoever waits for that. */
  readonly heavy: HeavyRequests | undefined;
  start(): void;
  /** What runs is finished or given back. */
  stop(): Promise<void>;
}

/** The solver takes a core for itself; one job at a time leaves the other to requests. */
const jobsAtOnce = 1;

export function createBackground(parts: AppParts, hasThreads: boolean): Background {
  const { config, database, bus, log, clock, scopes, installation } = parts;
  const { loaded, reactions, plugins } = installation;
  const common = {
    database,
    clock,
    log,
    bus,
    inRead: <T>(work: Parameters<typeof scopes.inRead<T>>[1]) => scopes.inRead(system, work),
    inWrite: <T>(work: Parameters<typeof scopes.inWrite<T>>[1], before?: LayOut) =>
      scopes.inWrite(system, work, before),
  };
  const wrote = () => {
    dispatcher.wake();
    jobs.wake();
  };
  const problems = plugins.flatMap((plugin) => plugin.problems ?? []);
  const threads = hasThreads ? createJobThreads({ config, database, bus, problems, wrote }) : undefined;
  const heavy = hasThreads ? createHeavyRequests({ config, database, bus, log, wrote }) : undefined;
  const dispatcher = createDispatcher({ ...common, reactions });
  const kinds = loaded.flatMap((one) => one.parts.jobs ?? []);
  const jobs = createJobLanes({ ...common, kinds, threads, concurrency: jobsAtOnce });
  const scheduler = createScheduler({ ...common, schedules: loaded.flatMap((one) => one.parts.schedules ?? []) });
  return {
    dispatcher,
    jobs,
    scheduler,
    heavy,
    start: () => {
      for (const part of [dispatcher, jobs, scheduler]) part.start();
    },
    stop: async () => {
      for (const part of [scheduler, jobs, dispatcher]) await part.stop();
      await threads?.close();
    },
  };
}
