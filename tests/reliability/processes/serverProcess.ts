import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { isFresh } from '../../../scripts/isBuilt.mjs';
import type { DatabaseConfig } from '../../../server/db/connect.ts';
import { freshPath } from '../../harness/testEnvironment.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end, and ends it when it does not within some seconds. */
  stop(): Promise<void>;
  /** Resolves when it has ended, however that came. */
  ended(): Promise<void>;
  /** What it wrote to its log: only defects are written at this level. */
  log(): string;
}

/** Looks at what a server says that starts: counted, because each is as slow as the machine is. */
const mostLooks = 3000;
const stopWithinMs = 12_000;

/** The server ends with whoever started it, even when that one is killed: then the channel between them closes. */
const endWithParent = `data:text/javascript,${encodeURIComponent(
  `process.once('disconnect', () => process.exit(1)); process.channel?.unref();`,
)}`;

/** What was built last, when nothing has changed since: it starts in half the time. Otherwise the sources. */
const main = new URL(isFresh() ? '../../../dist/server/main.js' : '../../../server/main.ts', import.meta.url);

/** Where a server keeps its data: the same place after a crash is the same installation. */
export interface Place {
  readonly database: DatabaseConfig;
  readonly dataDir: string;
  /** What is configured beside the usual. */
  readonly env?: Readonly<Record<string, string>>;
}

/** On SQLite the file must be `tutoria.db` of the data folder, as it is for everybody. */
export const placeOf = (database: DatabaseConfig, dataDir = freshPath('-data')): Place => ({ database, dataDir });

/** Starts the server, or another script that prints its address, and waits until it listens. */
export async function startServer({ database, dataDir, env = {} }: Place, script: URL = main): Promise<ServerProcess> {
  const child = fork(script, {
    execArgv: [...(script.pathname.endsWith('.ts') ? ['--import', 'tsx'] : []), '--import', endWithParent],
    env: {
      ...process.env,
      TUTORIA_MODE: 'development',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '1000000',
      DATA_DIR: dataDir,
      ...(database.dialect === 'postgres' ? { DATABASE_URL: database.url } : {}),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const url = await addressOf(child, () => said);
  return {
    url,
    log: () => said.replace(/^Tutoria is ready on .*\n/m, ''),
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
    ended: async () => void (hasEnded(child) || (await once(child, 'exit'))),
  };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const deadline = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await ended;
  clearTimeout(deadline);
}

async function addressOf(child: ChildProcess, said: () => string): Promise<string> {
  for (let looks = 0; ; looks++) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0];
    if (url) return url;
    if (hasEnded(child)) throw new Error(`The server ended while it started:\n${said()}`);
    if (looks === mostLooks) {
      await end(child, 'SIGKILL');
      throw new Error(`The server did not start:\n${said()}`);
    }
    await delay(20);
  }
}
