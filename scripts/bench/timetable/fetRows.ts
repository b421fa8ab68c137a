import { basename } from 'node:path';
import { solveFetFile } from '../../../plugins/timetable/cli/solveFet.ts';
import { fetClRow } from './fetCl.ts';
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
    const { report } = await solveFetFile({
      file,
      seed,
      seconds: limit,
      untilFeasible: true,
      now: () => performance.now(),
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
