import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Row } from './table.ts';

/** All that it would write beside the list of conflicts. */
const quiet = [
  ...['statistics', 'xml', 'dayshorizontal', 'daysvertical', 'timehorizontal', 'timevertical', 'subgroups', 'groups'],
  ...['years', 'teachers', 'teachersfreeperiods', 'rooms', 'subjects', 'activitytags', 'activities'],
].map((what) => `--writetimetables${what}=false`);

interface Times {
  readonly wall: number;
  readonly processor: number;
}

/** A .fet file by fet-cl; undefined where it is not installed. Starting the process is measured by itself and taken off. */
export function fetClRow(file: string, seeds: readonly number[], limit: number): Row | undefined {
  const start = timed(['--version']);
  if (!start) return undefined;
  const runs = seeds.map((seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'fet-cl-'));
    const randomSeeds = [10, 11, 12, 20, 21, 22].map((part) => `--randomseeds${part}=${seed + part}`);
    const options = [`--inputfile=${file}`, `--outputdir=${folder}`, `--timelimitseconds=${limit}`, ...quiet];
    const times = timed([...options, ...randomSeeds]) ?? start;
    const soft = softOf(folder);
    rmSync(folder, { recursive: true });
    return { soft, wall: times.wall - start.wall, processor: times.processor - start.processor };
  });
  return {
    instance: basename(file),
    engine: 'fet-cl',
    seconds: runs.map((run) => run.wall),
    processorSeconds: runs.map((run) => run.processor),
    hard: runs.map((run) => (run.soft === null ? Number.NaN : 0)),
    costs: runs.map((run) => run.soft ?? Number.NaN),
    bestKnown: null,
    proposals: [],
  };
}

/** Runs it in a shell, which tells the processor time of its children. */
function timed(options: readonly string[]): Times | undefined {
  const started = performance.now();
  const { stdout, status } = spawnSync(
    'sh',
    ['-c', 'command -v fet-cl >/dev/null || exit 9; fet-cl "$@" >/dev/null 2>&1; times', 'sh', ...options],
    {
      env: { ...process.env, QT_QPA_PLATFORM: 'offscreen', LC_ALL: 'C' },
      encoding: 'utf8',
    },
  );
  if (status === 9) return undefined;
  const children = stdout.trim().split('\n').at(-1) ?? '';
  const processor = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  return { wall: (performance.now() - started) / 1000, processor };
}

/** The total of the list of soft conflicts that fet-cl writes; null when it found no timetable. */
function softOf(folder: string): number | null {
  const list = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('_soft_conflicts.txt'),
  );
  const total =
    list === undefined ? null : /Total soft conflicts: ([\d.]+)/.exec(readFileSync(join(folder, list), 'utf8'));
  return total === null ? null : Number(total[1]);
}
