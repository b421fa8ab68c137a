import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Given, Task, TaskFailure, ThreadData, ThreadMessage } from './task.ts';

/** Entry point of a worker thread: loads the task's module, runs it whenever it is given something, posts progress and result. */
async function run({ taskUrl }: ThreadData, { input, stop }: Given): Promise<void> {
  const post = (message: ThreadMessage<unknown, unknown>): void => parentPort?.postMessage(message);
  try {
    const module = await load(taskUrl);
    if (typeof module.task !== 'function') throw new Error(`${taskUrl} exports no task`);
    const result = await module.task(input, {
      shouldStop: () => Atomics.load(stop, 0) === 1,
      progress: (progress) => post({ kind: 'progress', progress }),
      now: () => performance.now(),
      processorTime: () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1000;
      },
    });
    post({ kind: 'result', result });
  } catch (error) {
    post({ kind: 'error', error: factsOf(error) });
  }
}

/** From sources a thread has a loader for `require` only (`startThread`). */
const load = async (url: string): Promise<{ task?: Task<unknown, unknown, unknown> }> =>
  url.endsWith('.ts') ? createRequire(import.meta.url)(fileURLToPath(url)) : import(url);

/** Only plain facts cross threads unharmed: some errors lose their prototype on the way. */
function factsOf(error: unknown): TaskFailure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  return { name: error.name, message: error.message, stack: error.stack ?? '' };
}

parentPort?.on('message', (given: Given) => void run(workerData, given));
