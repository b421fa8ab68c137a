import { startThread } from '../../host/startThread.ts';
import type { ThreadData, ThreadMessage } from './task.ts';

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
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const workerData: ThreadData = { taskUrl: taskUrl.href, input, stop };
  const worker = startThread(new URL('./taskThread.ts', import.meta.url), { workerData });
  const cleanUps: (() => void)[] = [() => void worker.terminate()];
  try {
    return await new Promise<Result>((resolve, reject) => {
      worker.on('message', (message: ThreadMessage<Progress, Result>) => {
        if (message.kind === 'result') resolve(message.result);
        else if (message.kind === 'error') reject(Object.assign(new Error(message.error.message), message.error));
        else deliver(message.progress, options.onProgress, reject);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the worker thread ended early with code ${code}`)));
      cleanUps.push(onAbort(options, stop, reject));
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
