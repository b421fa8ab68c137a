import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { solveCttFile } from '../../plugins/timetable/cli/solveCtt.ts';
import { bestKnown } from './timetable/bestKnown.ts';
import { disruptionTable } from './timetable/disruptionTable.ts';
import { fetRows } from './timetable/fetRows.ts';
import { plantedRows } from './timetable/plantedRows.ts';
import { type Row, table } from './timetable/table.ts';

/*
 * One table of the timetable engine: planted schools, whose least cost is known to be 0; .ctt instances of ITC-2007 against the best costs known, .fet files against fet-cl when it is installed.
 * The data are not part of the repository: name the folder that has them (comp01.ctt ..., and schools as .fet) by --data or TIMETABLING_DATA;
 * it is searched one level deep.
 *
 * After it, what disruptions in mid-term of small planted schools cost people, against the proven minimum.
 *
 *   npm run bench -- timetable [--planted 1,3,6] [--disruptions 8,9] --data FOLDER [--seconds 60] [--seeds 1,2,3] [--threads 1] [--clock processor] [--only comp0]
 *
 * `--clock processor` gives every run its seconds of processor time, for machines that are busy with other work.
 */

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.TIMETABLING_DATA ?? '' },
    seconds: { type: 'string', default: '60' },
    seeds: { type: 'string', default: '1,2,3' },
    threads: { type: 'string', default: '1' },
    clock: { type: 'string', default: 'wall' },
    planted: { type: 'string', default: '1,3,6' },
    disruptions: { type: 'string', default: '8,9' },
    only: { type: 'string', default: '' },
  },
});
const seeds = values.seeds.split(',').map(Number);
const seconds = Number(values.seconds);

async function cttRow(file: string): Promise<Row> {
  const runs = [];
  for (const seed of seeds) {
    const before = process.cpuUsage();
    const report = await solveCttFile({
      file,
      seed,
      seconds,
      threads: Number(values.threads),
      clock: values.clock === 'processor' ? 'processor' : 'wall',
      signal: new AbortController().signal,
      onProgress: () => undefined,
      now: () => performance.now(),
    });
    const used = process.cpuUsage(before);
    runs.push({ ...report, processorSeconds: (used.user + used.system) / 1e6 });
  }
  return {
    instance: basename(file, '.ctt'),
    engine: 'tutoria',
    seconds: runs.map((run) => run.searchSeconds),
    processorSeconds: runs.map((run) => run.processorSeconds),
    hard: runs.map((run) => run.score.hard),
    costs: runs.map((run) => run.score.soft),
    bestKnown: bestKnown.get(basename(file, '.ctt')) ?? null,
    proposals: runs.map((run) => run.moves / run.processorSeconds),
  };
}

const files = filesIn(values.data).filter((file) => basename(file).includes(values.only));
if (files.length === 0) console.error('No .ctt or .fet file: name a folder by --data or TIMETABLING_DATA.');
const sizes = values.planted
  .split(',')
  .map(Number)
  .filter((groups) => groups > 0);
const rows: Row[] = plantedRows(sizes, seeds, seconds);
for (const file of files) {
  rows.push(...(file.endsWith('.ctt') ? [await cttRow(file)] : await fetRows(file, seeds, seconds)));
  console.error(table(rows.slice(-1)).split('\n').at(-1) ?? '');
}
console.log(table(rows));
if (values.disruptions !== '') console.log(`\n${disruptionTable(values.disruptions.split(',').map(Number))}`);

function filesIn(folder: string): string[] {
  if (folder === '') return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
  const inside = folders.flatMap((one) => readdirSync(one).map((name) => join(one, name)));
  const here = entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name));
  return [...here, ...inside].filter((file) => /\.(ctt|fet)$/.test(file)).sort();
}
