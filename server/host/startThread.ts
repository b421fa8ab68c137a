import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread at a module of this product. Node 20 does not hand `--import tsx` down to threads, so from
 * sources the thread registers tsx itself before it loads the entry point (by file, because a test runner may
 * resolve the package's name for require). Built code needs none of that.
 */
export function startThread(entry: URL, options: WorkerOptions): Worker {
  if (!entry.href.endsWith('.ts')) return new Worker(entry, { ...options, execArgv: [] });
  // Not `import.meta.resolve`: sources that are loaded by `require`, as mocha does, have none.
  const tsx = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href;
  const [first, second] = [JSON.stringify(tsx), JSON.stringify(entry.href)];
  const load = `import(${first}).then((tsx) => { tsx.register(); return import(${second}); })`;
  return new Worker(load, { ...options, eval: true, execArgv: [] });
}
