import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { solveFetFile } from '../cli/solveFet.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`./fet/${name}.fet`, import.meta.url));
const now = (): number => 0;

describe('solving a .fet file from the command line', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fet-'));
  });
  after(() => rm(folder, { recursive: true }));

  for (const name of ['escuela', 'shkola']) {
    it(`solves ${name} in a number of moves and writes names as in the file`, async () => {
      const out = join(folder, `${name}.csv`);
      const { exitCode, report } = await solveFetFile({ file: fixture(name), moves: 60_000, seed: 1, out, now });
      expect(exitCode).to.equal(0);
      expect(report).to.include({ ok: true, hard: 0 });
      const rows: Record<string, string>[] = parse(await readFile(out, 'utf8'), { columns: true });
      if (name === 'shkola') expect(new Set(rows.map((row) => row.activity))).to.have.length(6);
      else
        expect(rows.find((row) => row.activity === '8')).to.deep.equal({
          activity: '8',
          day: 'Martes',
          hour: '9:00, primera',
          room: '',
        });
    });
  }

  it('gives a gymnastics lesson a room that is large enough', async () => {
    const out = join(folder, 'rooms.csv');
    await solveFetFile({ file: fixture('escuela'), moves: 20_000, seed: 5, out, now });
    const rows: Record<string, string>[] = parse(await readFile(out, 'utf8'), { columns: true });
    expect(rows.filter((row) => ['6', '7'].includes(row.activity ?? '')).map((row) => row.room)).to.deep.equal([
      'Pabellón',
      'Pabellón',
    ]);
  });

  it('names in text and in JSON what was not covered', async () => {
    const input = { file: fixture('escuela'), moves: 1000, seed: 1, now };
    expect((await solveFetFile(input)).text).to.match(/not covered: TwoSetsOfActivitiesOrdered x1, soft/);
    const report: { uncovered: { type: string }[] } = JSON.parse((await solveFetFile({ ...input, json: true })).text);
    expect(report.uncovered.map((one) => one.type)).to.include('TeacherMaxDaysPerWeek');
  });

  it('ends with code 1 and a certain reason when there is no timetable without conflict', async () => {
    const xml = await readFile(fixture('shkola'), 'utf8');
    const file = join(folder, 'full.fet');
    await writeFile(
      file,
      xml
        .replace(/<Hour><Name>[234] урок<\/Name><\/Hour>/g, '')
        .replaceAll('<Duration>2<', '<Duration>1<')
        .replace(/<Day><Name>(Ср|Чт|Пт)<\/Name><\/Day>/g, ''),
    );
    const { exitCode, report, text } = await solveFetFile({ file, moves: 2000, seed: 1, now });
    expect(exitCode).to.equal(1);
    expect(report.ok && report.findings.map((finding) => finding.kind)).to.include('too-much-for-resource');
    expect(text).to.match(
      /certain: no timetable .* at once:\n {2}\S+: too little time, hours missing: \d+\n {2}lessons: /,
    );
    const inRussian = await solveFetFile({ file, moves: 100, seed: 1, now, lang: 'ru' });
    expect(inRussian.text).to.match(/помогло бы любое из этого: .*убрать \d+ урок/);
  });

  it('ends with code 2 for a file that is missing or malformed, and names the line', async () => {
    const missing = await solveFetFile({ file: join(folder, 'none.fet'), moves: 1, seed: 1, now });
    expect(missing.exitCode).to.equal(2);
    const file = join(folder, 'bad.fet');
    await writeFile(file, '<fet version="6">\n<Days_List>\n</fet>');
    const bad = await solveFetFile({ file, moves: 1, seed: 1, now });
    expect(bad).to.deep.include({ exitCode: 2 });
    expect(bad.text).to.match(/bad\.fet, line \d+: /);
  });
});
