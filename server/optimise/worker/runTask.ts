import type { Worker } from 'node:worker_threads';
import { startThread } from '../../host/startThread.ts';
import type { Given, ThreadData, ThreadMessage } from './task.ts';

export interface RunOptions<Progress> {
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting asks the task to return its best so far; the promise then still resolves with that. */
  readonly signal?: AbortSignal;
  /** How long a task may take to return after that, in milliseconds, before its thread is ended and the promise rejects. */
  readonly graceMs?: number;
}

/** The task did not return in time after it was asked to stop. */
export class TaskCancelled extends Error {}

/**
 * Runs the `task` of a module in a thread of its own and resolves with its result. Errors in the task, a thread that dies and
 * a listener that throws all reject; the thread is always ended. Runs from .ts sources (under tsx) and from built .js.
 */
export async function runTask<Input, Progress, Result>(
  taskUrl: URL,
  input: Input,
  options: RunOptions<Progress> = {},
): Promise<Result> {
  const worker = startTaskThread(taskUrl);
  try {
    return await runIn(worker, input, options);
  } finally {
    void worker.terminate();
  }
}

/** A thread for one task, which it runs as often as it is given something. */
export function startTaskThread(taskUrl: URL): Worker {
  const workerData: ThreadData = { taskUrl: taskUrl.href };
  const worker = startThread(new URL('./taskThread.ts', import.meta.url), { workerData });
  // Whoever has something run in it is told; afterwards nobody needs to know.
  worker.on('error', () => undefined);
  return worker;
}

/** Runs the task of such a thread once. What rejects leaves the thread in an unknown state. */
export async function runIn<Input, Progress, Result>(
  worker: Worker,
  input: Input,
  options: RunOptions<Progress> = {},
): Promise<Result> {
  const given: Given = { input, stop: new Int32Array(new SharedArrayBuffer(4)) };
  const cleanUps: (() => void)[] = [];
  try {
    return await new Promise<Result>((resolve, reject) => {
      const hear = (message: ThreadMessage<Progress, Result>): void => {
        if (message.kind === 'result') resolve(message.result);
        else if (message.kind === 'error') reject(Object.assign(new Error(message.error.message), message.error));
        else deliver(message.progress, options.onProgress, reject);
      };
      const exit = (code: number): void => reject(new Error(`the worker thread ended early with code ${code}`));
      worker.on('message', hear).on('error', reject).on('exit', exit);
      cleanUps.push(() => void worker.off('message', hear).off('error', reject).off('exit', exit));
      cleanUps.push(onAbort(options, given.stop, reject));
      worker.postMessage(given);
    });
  } finally {
    for (const cleanUp of cleanUps) cleanUp();
  }
}

function deliver<Progress>(
  progress: Progress,
  listener: RunOptions<Progress>['onProgress'],
  reject: (error: unknown) => void,
): void {
  try {
    listener?.(progress);
  } catch (error) {
    reject(error);
  }
}

function onAbort<Progress>(
  options: RunOptions<Progress>,
  stop: Int32Array,
  reject: (error: Error) => void,
): () => void {
  const { signal, graceMs = 3000 } = options;
  let timer: NodeJS.Timeout | undefined;
  const abort = (): void => {
    Atomics.store(stop, 0, 1);
    timer = setTimeout(() => reject(new TaskCancelled('the task did not stop in time')), graceMs);
  };
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  };
}
