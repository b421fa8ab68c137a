import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { solveFetFile } from '../../../plugins/timetable/cli/solveFet.ts';
import type { Row } from './table.ts';

/** A .fet file until nothing hard is broken, by this engine and, where it is installed, by fet-cl. Seconds are those of the search. */
export async function fetRows(file: string, seeds: readonly number[], limit: number): Promise<Row[]> {
  const own = await ownRow(file, seeds, limit);
  const peer = fetClRow(file, seeds, limit);
  return peer ? [own, peer] : [own];
}

async function ownRow(file: string, seeds: readonly number[], limit: number): Promise<Row> {
  const runs = [];
  for (const seed of seeds) {
    const before = process.cpuUsage();
    let isFeasible = false;
    const { report } = await solveFetFile({
      file,
      seed,
      seconds: limit,
      now: () => performance.now(),
      onProgress: ({ hard }) => {
        isFeasible = hard === 0;
      },
      shouldStop: () => isFeasible,
    });
    if (!report.ok) throw new Error(`${file}: ${report.error.message}`);
    const used = process.cpuUsage(before);
    runs.push({ ...report, processorSeconds: (used.user + used.system) / 1e6 });
  }
  return {
    instance: basename(file),
    engine: 'tutoria',
    seconds: runs.map((run) => run.searchSeconds),
    processorSeconds: runs.map((run) => run.processorSeconds),
    hard: runs.map((run) => run.hard),
    costs: runs.map((run) => run.soft),
    bestKnown: null,
    proposals: runs.map((run) => run.moves / run.processorSeconds),
  };
}

/** All that it would write beside the list of conflicts. */
const quiet = [
  ...['statistics', 'xml', 'dayshorizontal', 'daysvertical', 'timehorizontal', 'timevertical', 'subgroups', 'groups'],
  ...['years', 'teachers', 'teachersfreeperiods', 'rooms', 'subjects', 'activitytags', 'activities'],
].map((what) => `--writetimetables${what}=false`);

/** The time that fet-cl itself reports is in whole seconds, so its process is timed; starting it takes some hundredths of a second. */
function fetClRow(file: string, seeds: readonly number[], limit: number): Row | undefined {
  const runs = [];
  for (const seed of seeds) {
    const folder = mkdtempSync(join(tmpdir(), 'fet-cl-'));
    const randomSeeds = [10, 11, 12, 20, 21, 22].map((part) => `--randomseeds${part}=${seed + part}`);
    const options = [`--inputfile=${file}`, `--outputdir=${folder}`, `--timelimitseconds=${limit}`, ...quiet];
    const started = performance.now();
    const { error } = spawnSync('fet-cl', [...options, ...randomSeeds], {
      env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' },
      stdio: 'ignore',
    });
    const seconds = (performance.now() - started) / 1000;
    const soft = softOf(folder);
    rmSync(folder, { recursive: true });
    if (error) return undefined;
    runs.push({ seconds, soft });
  }
  return {
    instance: basename(file),
    engine: 'fet-cl',
    seconds: runs.map((run) => run.seconds),
    processorSeconds: [],
    hard: runs.map((run) => (run.soft === null ? Number.NaN : 0)),
    costs: runs.map((run) => run.soft ?? Number.NaN),
    bestKnown: null,
    proposals: [],
  };
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
