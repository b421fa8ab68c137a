import type { Worker } from 'node:worker_threads';
import { type RunOptions, runIn, startTaskThread } from './runTask.ts';

/** One thread for a task, started when it is first needed. */
export interface KeptThread<Input, Progress, Result> {
  /** Runs the task after those that were asked for before. */
  run(input: Input, options?: RunOptions<Progress>): Promise<Result>;
}

/**
 * Keeps a task's thread for the next who asks: loading what a task needs can take longer than the task. It ends after
 * a while in which nobody asked, and does not keep the process alive. A run that fails ends it; the next begins another.
 */
export function keepThread<Input, Progress, Result>(
  taskUrl: URL,
  idleMs = 30_000,
): KeptThread<Input, Progress, Result> {
  let kept: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function started(): Worker {
    const worker = kept ?? startTaskThread(taskUrl);
    if (!kept)
      worker.once('exit', () => {
        if (kept === worker) kept = undefined;
      });
    kept = worker;
    return worker;
  }

  function end(worker: Worker): void {
    if (kept === worker) kept = undefined;
    void worker.terminate();
  }

  async function runNow(input: Input, options?: RunOptions<Progress>): Promise<Result> {
    clearTimeout(idle);
    const worker = started();
    worker.ref();
    try {
      const result = await runIn<Input, Progress, Result>(worker, input, options);
      idle = setTimeout(() => end(worker), idleMs).unref();
      return result;
    } catch (reason) {
      end(worker);
      throw reason;
    } finally {
      worker.unref();
    }
  }

  return {
    run: (input, options) => {
      const mine = last.then(() => runNow(input, options));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
