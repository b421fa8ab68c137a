import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A server that a benchmark started, and only that: its processor time is read from the system. */
export interface Measured {
  readonly url: string;
  readonly pid: number;
  /** Processor time used so far, all threads, in seconds. */
  cpuSeconds(): number;
  /** The same of the main thread alone, which answers requests. */
  mainCpuSeconds(): number;
  /** The address that it tells in a line of its own which begins so. */
  told(beginning: string): Promise<string>;
  stop(): Promise<void>;
}

const ticksPerSecond = 100;

/** Starts a script in a process of its own, by tsx unless it is JavaScript, and waits for the line that tells its address. */
export async function startMeasured(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Measured> {
  const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const url = await addressOf(child);
  return {
    url,
    pid: child.pid ?? 0,
    cpuSeconds: () => cpuSeconds(`/proc/${child.pid}/stat`),
    mainCpuSeconds: () => cpuSeconds(`/proc/${child.pid}/task/${child.pid}/stat`),
    told: async (beginning) => {
      for (let tries = 0; tries < 500; tries++) {
        const found = new RegExp(`^${beginning} (\\S+)`, 'm').exec(said)?.[1];
        if (found) return `http://${found}`;
        await delay(20);
      }
      throw new Error(`The server did not tell: ${beginning}`);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function cpuSeconds(file: string): number {
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found) resolve(found);
    });
  });
}
