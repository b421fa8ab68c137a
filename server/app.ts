import type { Server } from 'node:http';
import type { Logger } from 'pino';
import type { ViewRecorder } from './audit/viewRecorder.ts';
import { createBackground } from './background.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { Dispatcher } from './events/dispatcher.ts';
import { createFront } from './front.ts';
import type { Installation } from './host/installation.ts';
import type { Scopes } from './host/scopes.ts';
import { sweepUploads, uploadsIn } from './host/uploads.ts';
import { createInstance, type InstanceOptions } from './instance.ts';
import type { JobRunner } from './jobs/runner.ts';
import type { Scheduler } from './jobs/schedules.ts';
import type { Bus } from './realtime/bus.ts';

export interface AppOptions extends InstanceOptions {
  /** Whether jobs that ask for it get a thread of their own; not in tests unless told, where time is made. */
  readonly threads?: boolean;
}

/** Everything built, nothing listening: what the server, the command line and tests share. */
export interface App extends Installation {
  readonly config: Config;
  readonly database: Database;
  readonly bus: Bus;
  readonly scopes: Scopes;
  readonly server: Server;
  readonly dispatcher: Dispatcher;
  readonly jobs: JobRunner;
  readonly scheduler: Scheduler;
  readonly views: ViewRecorder;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Starts reactions, jobs, schedules and realtime. */
  start(): Promise<void>;
  /** Ends everything in order; what runs is finished or given back. */
  close(): Promise<void>;
}

export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  const { close, ...parts } = await createInstance(config, options, {
    dispatcher: () => background.dispatcher.wake(),
    runner: () => background.jobs.wake(),
  });
  const background = createBackground(parts, options.threads ?? config.mode !== 'test');
  const front = createFront(parts, background.heavy);

  return {
    ...parts.installation,
    ...parts,
    server: front.server,
    dispatcher: background.dispatcher,
    jobs: background.jobs,
    scheduler: background.scheduler,
    views: front.views,
    start: async () => {
      await sweepUploads(uploadsIn(config.dataDir), parts.clock());
      await parts.bus.start();
      background.start();
      front.views.start();
    },
    close: async () => {
      await background.stop();
      await front.close();
      await background.heavy?.close();
      await front.views.stop();
      await close();
    },
  };
}
