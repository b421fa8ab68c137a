import { parentPort, workerData } from 'node:worker_threads';
import type { Task, ThreadData, ThreadMessage } from './task.ts';

/** Entry point of a worker thread: loads the task's module, runs it once, posts progress and result. */
async function run({ taskUrl, input, stop }: ThreadData): Promise<void> {
  const post = (message: ThreadMessage<unknown, unknown>): void => parentPort?.postMessage(message);
  try {
    const module: { task?: Task<unknown, unknown, unknown> } = await import(taskUrl);
    if (typeof module.task !== 'function') throw new Error(`${taskUrl} exports no task`);
    const result = await module.task(input, {
      shouldStop: () => Atomics.load(stop, 0) === 1,
      progress: (progress) => post({ kind: 'progress', progress }),
      now: () => performance.now(),
    });
    post({ kind: 'result', result });
  } catch (error) {
    post({ kind: 'error', error: error instanceof Error ? error : new Error(String(error)) });
  }
}

await run(workerData);
