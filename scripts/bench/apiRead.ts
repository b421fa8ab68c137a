import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { build } from './built.ts';
import { type Measured, startMeasured } from './process.ts';

/*
 * Bar: an API read (session, access, data) costs at most 4x the processor time of Express with one SQLite
 * select, and has at least 0.25x its throughput. Both are measured in turns in one run.
 */

/** Requests of a round; a fixed number, so that a busy machine measures as much as a quiet one. */
const requests = 1_500;
/** Before the first round, so that both run compiled code. */
const warmUp = 1_000;
const rounds = 3;

interface Round {
  readonly cpuMicros: number;
  readonly perSecond: number;
  readonly refused: number;
}

async function round(target: Measured, url: string, cookie: string, amount = requests): Promise<Round> {
  const before = target.cpuSeconds();
  const result = await autocannon({ url, connections: 8, amount, headers: { cookie } });
  return {
    cpuMicros: ((target.cpuSeconds() - before) * 1e6) / amount,
    perSecond: amount / result.duration,
    refused: result.non2xx + result.errors,
  };
}

async function signIn(url: string, login: string): Promise<string> {
  const reply = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ login, password: 'demo-demo-demo' }),
  });
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
  if (!reply.ok || !cookie) throw new Error(`Signing in answered ${reply.status}`);
  return cookie;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function main(): Promise<void> {
  build();
  const dataDir = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'tutoria-bench-'));
  spawnSync(process.execPath, ['dist/server/cli.js', 'demo', '--no-serve'], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: 'inherit',
  });
  const control = await startMeasured('scripts/bench/control.ts', [], {});
  const product = await startMeasured('dist/server/main.js', [], {
    DATA_DIR: dataDir,
    PORT: '0',
    TUTORIA_MODE: 'test',
    REQUESTS_PER_MINUTE: '1000000000',
    NODE_ENV: 'production',
  });
  const cookie = await signIn(product.url, 'student@demo.example');
  const paths = ['/api/timetable/week', '/api/notices', '/api/messages/threads'];
  const rows: Record<string, Round[]> = {};
  await round(control, control.url, '', warmUp);
  for (const path of paths) await round(product, `${product.url}${path}`, cookie, warmUp);
  for (let at = 0; at < rounds; at++) {
    rows.control = [...(rows.control ?? []), await round(control, control.url, '')];
    for (const path of paths) {
      rows[path] = [...(rows[path] ?? []), await round(product, `${product.url}${path}`, cookie)];
    }
  }
  await Promise.all([control.stop(), product.stop()]);
  const cpu = (name: string) => middle((rows[name] ?? []).map(({ cpuMicros }) => cpuMicros));
  const rate = (name: string) => middle((rows[name] ?? []).map(({ perSecond }) => perSecond));
  const verdicts = paths.map((path) => ({
    path,
    cpuMicros: Math.round(cpu(path)),
    controlMicros: Math.round(cpu('control')),
    cpuRatio: Number((cpu(path) / cpu('control')).toFixed(2)),
    throughputRatio: Number((rate(path) / rate('control')).toFixed(2)),
    refused: (rows[path] ?? []).reduce((sum, { refused }) => sum + refused, 0),
  }));
  const passed = verdicts.every((one) => one.cpuRatio <= 4 && one.throughputRatio >= 0.25 && one.refused === 0);
  console.log(JSON.stringify({ bench: 'api-read', passed, verdicts }, null, 2));
}

await main();
