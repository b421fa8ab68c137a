import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL that was killed and started again by whoever watches over it. */
export interface Restarted {
  stop(): Promise<void>;
}

/** Between two tries to start: what the killed one shared in memory is given back only when all its processes are gone. */
const againMs = 300;

/** Kills the whole server as a power cut would, and starts the same command again until it stays up. */
export async function killPostgres(url: string): Promise<Restarted> {
  const pid = await postmasterOf(url);
  const of = `/proc/${pid}`;
  const [program = '', ...args] = readFileSync(`${of}/cmdline`, 'utf8').split('\0').slice(0, -1);
  const { uid, gid } = statSync(of);
  process.kill(pid, 'SIGKILL');
  for (;;) {
    const child = spawn(program, args, { uid, gid, stdio: 'ignore' });
    const ended = once(child, 'exit').then(() => true);
    if (!(await Promise.race([ended, answers(url)])))
      return {
        stop: async () => {
          child.kill('SIGINT');
          await ended;
        },
      };
    await delay(againMs);
  }
}

async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
  await client.end();
  return Number(readFileSync(`${rows[0]?.folder}/postmaster.pid`, 'utf8').split('\n')[0]);
}

/** Resolves with false when it takes questions again. */
async function answers(url: string): Promise<false> {
  for (;;) {
    const client = new pg.Client(url);
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      await client.end();
      return false;
    } catch {
      await client.end().catch(() => undefined);
      await delay(50);
    }
  }
}
