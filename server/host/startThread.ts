import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread at a module of this product. Node 20 does not hand `--import tsx` down to threads, so from
 * sources the thread registers tsx itself before it loads the entry point; for `require`, because for `import` it would
 * start one more thread each time. So nothing in it may wait at the top. Built code needs none of that.
 */
export function startThread(entry: URL, options: WorkerOptions): Worker {
  if (!entry.href.endsWith('.ts')) return new Worker(entry, { ...options, execArgv: [] });
  const tsx = createRequire(import.meta.url).resolve('tsx/cjs/api');
  const [first, second] = [JSON.stringify(tsx), JSON.stringify(fileURLToPath(entry))];
  const load = `require(${first}).register(); require(${second});`;
  return new Worker(load, { ...options, eval: true, execArgv: [] });
}
