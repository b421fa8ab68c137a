import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { z } from 'zod';
import { bestKnown } from './timetable/bestKnown.ts';
import { type Row, table } from './timetable/table.ts';

/*
 * Runs of the command line on .ctt files as a school would make them: each in processes of its own, some at a time, its solution
 * recounted by `tutoria timetable check`. Every run is told as soon as it is done, the table at the end. Meant for a quiet machine.
 *
 *   npm run bench -- competition --data FOLDER [--only comp02,comp06] [--seconds 60] [--seeds 1,2,3] [--threads 1] [--parallel 2] [--clock wall]
 *
 * Two at a time with one thread each, or one at a time with two threads, fit a machine with two cores. Build first: otherwise each run begins by loading the sources.
 */

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.TIMETABLING_DATA ?? '' },
    only: { type: 'string', default: '' },
    seconds: { type: 'string', default: '60' },
    seeds: { type: 'string', default: '1,2,3' },
    threads: { type: 'string', default: '1' },
    parallel: { type: 'string', default: '2' },
    clock: { type: 'string', default: 'wall' },
  },
});

const Solved = z.object({ searchSeconds: z.number(), moves: z.number() });
const Checked = z.object({ hard: z.number(), soft: z.number() });

interface Run extends z.infer<typeof Solved>, z.infer<typeof Checked> {
  readonly file: string;
}

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'competition-'));

/** What `tutoria timetable` prints, whatever its exit code says about the timetable. */
async function tutoria(...args: readonly string[]): Promise<unknown> {
  const program = [join(import.meta.dirname, '../tutoria.mjs'), 'timetable', ...args, '--json'];
  const told = await run(process.execPath, program, { maxBuffer: 2 ** 28 }).catch(
    (failure: { stdout: string }) => failure,
  );
  return JSON.parse(told.stdout);
}

async function solveAndCheck(file: string, seed: string): Promise<Run> {
  const out = join(folder, `${basename(file)}-${seed}.sol`);
  const options = ['--seconds', values.seconds, '--threads', values.threads, '--clock', values.clock, '--seed', seed];
  const solved = Solved.parse(await tutoria('solve', file, ...options, '--out', out));
  const { hard, soft } = Checked.parse(await tutoria('check', file, out));
  console.error(`${basename(file)} seed ${seed}: hard ${hard}, soft ${soft}`);
  return { file, ...solved, hard, soft };
}

/** Every instance with every seed, as many at a time as asked for. */
async function runAll(files: readonly string[]): Promise<readonly Run[]> {
  const waiting = files.flatMap((file) => values.seeds.split(',').map((seed) => [file, seed] as const));
  const done: Run[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done.push(await solveAndCheck(...next));
  };
  await Promise.all(Array.from({ length: Number(values.parallel) }, work));
  return done;
}

function rowOf(file: string, runs: readonly Run[]): Row {
  const instance = basename(file, '.ctt');
  return {
    instance,
    engine: `tutoria, ${values.threads} threads`,
    seconds: runs.map((one) => one.searchSeconds),
    processorSeconds: [],
    hard: runs.map((one) => one.hard),
    costs: runs.map((one) => one.soft),
    bestKnown: bestKnown.get(instance) ?? null,
    proposals: runs.map((one) => one.moves / one.searchSeconds),
  };
}

const wanted = values.only.split(',');
const files = (values.data === '' ? [] : readdirSync(values.data, { recursive: true, encoding: 'utf8' }))
  .filter((name) => name.endsWith('.ctt') && wanted.some((part) => basename(name).includes(part)))
  .sort();
if (files.length === 0) console.error('No .ctt file: name a folder by --data or TIMETABLING_DATA.');
try {
  const runs = await runAll(files.map((name) => join(values.data, name)));
  console.log(
    table(
      files.map((name) =>
        rowOf(
          name,
          runs.filter((one) => one.file === join(values.data, name)),
        ),
      ),
    ),
  );
} finally {
  rmSync(folder, { recursive: true });
}
