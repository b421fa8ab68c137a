/**
 * What each test file costs, for `npm run test:profile`: processor time, because the clock on the wall depends on
 * what else the machine does. A worker takes one file after the other; what several of them load costs the first.
 */
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Context, Suite } from 'mocha';
import { testEnvironment } from './testEnvironment.ts';

/** In seconds: on the clock, of the worker's processor, and of programs that it started and that have ended. */
interface Reading {
  readonly wall: number;
  readonly worker: number;
  readonly programs: number;
}

interface Cost extends Reading {
  readonly file: string;
  readonly tests: number;
}

const variable = 'TUTORIA_TEST_PROFILE';

function read(): Reading {
  const { user, system } = process.cpuUsage();
  const [, ofPrograms = 0] = processorOf('self');
  return { wall: performance.now() / 1000, worker: (user + system) / 1_000_000, programs: ofPrograms };
}

/** Seconds of a process, and of its children that have ended; Linux alone tells them. */
function processorOf(id: string): readonly number[] {
  const file = `/proc/${id}/stat`;
  if (!existsSync(file)) return [0, 0];
  const [user = 0, system = 0, ofUser = 0, ofSystem = 0] = (readFileSync(file, 'utf8').split(') ').at(-1) ?? '')
    .split(' ')
    .slice(11)
    .map(Number);
  const ticks = 100;
  return [(user + system) / ticks, (ofUser + ofSystem) / ticks];
}

let last = read();

export const mochaHooks = {
  /** In a worker it runs once for each file. */
  afterAll(this: Context): void {
    const now = read();
    const root = this.test?.parent;
    const cost: Cost = {
      file: relative(process.cwd(), root?.suites[0]?.file ?? root?.tests[0]?.file ?? ''),
      tests: root ? testsIn(root) : 0,
      wall: now.wall - last.wall,
      worker: now.worker - last.worker,
      programs: now.programs - last.programs,
    };
    last = now;
    appendFileSync(process.env[variable] ?? '', `${JSON.stringify(cost)}\n`);
  },
};

const testsIn = (suite: Suite): number => suite.tests.length + suite.suites.reduce((sum, one) => sum + testsIn(one), 0);

export function mochaGlobalSetup(): void {
  process.env[variable] = join(tmpdir(), `tutoria-profile-${process.pid}.jsonl`);
}

export function mochaGlobalTeardown(): void {
  const lines = readFileSync(process.env[variable] ?? '', 'utf8')
    .trim()
    .split('\n');
  const costs: Cost[] = lines.map((line) => JSON.parse(line));
  const sum = (of: (cost: Cost) => number): number => costs.reduce((total, cost) => total + of(cost), 0);
  const whole = { file: 'all', tests: sum((one) => one.tests), wall: sum((one) => one.wall) };
  const all = { ...whole, worker: sum((one) => one.worker), programs: sum((one) => one.programs) };
  console.log('\nSeconds: on the clock, of the processor in the worker, of the processor in programs that it started');
  for (const cost of [...costs.toSorted((one, other) => ofProcessor(other) - ofProcessor(one)), all]) show(cost);
  console.log(`PostgreSQL: ${ofPostgres().toFixed(1)} s of the processor`);
}

const ofProcessor = ({ worker, programs }: Cost): number => worker + programs;

function show({ wall, worker, programs, tests, file }: Cost): void {
  const seconds = [wall, worker, programs].map((one) => one.toFixed(1).padStart(8));
  console.log(`${seconds.join('')}  ${file} (${tests} tests)`);
}

/** The run's server still runs, or has just ended. */
function ofPostgres(): number {
  const { directory } = testEnvironment();
  const folder = existsSync(directory) && readdirSync(directory).find((name) => name.startsWith('postgres-'));
  const file = join(directory, String(folder), 'postmaster.pid');
  if (!existsSync(file)) return 0;
  const [id = ''] = readFileSync(file, 'utf8').split('\n');
  return processorOf(id).reduce((total, one) => total + one, 0);
}
