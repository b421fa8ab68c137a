import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { checkCommand } from '../cli/checkCommand.ts';
import { solveCommand } from '../cli/solveCommand.ts';
import { cttSizes, plantedCtt } from './planted/plantedCtt.ts';
import { cttText } from './randomCtt.ts';

const colegio = fileURLToPath(new URL('./ctt/colegio.ctt', import.meta.url));
const escuela = fileURLToPath(new URL('./fet/escuela.fet', import.meta.url));

/** Costs something wherever the lesson is, so that a search does not end by itself. */
const impossibleWish = ['Lunes', 'Martes']
  .map(
    (day) =>
      `<ConstraintActivityPreferredStartingTime><Weight_Percentage>50</Weight_Percentage><Activity_Id>1</Activity_Id><Preferred_Day>${day}</Preferred_Day><Preferred_Hour>9:00, primera</Preferred_Hour></ConstraintActivityPreferredStartingTime>`,
  )
  .join('');

describe('timetables from the command line', function () {
  this.timeout(60_000);
  let folder = '';
  const at = (name: string): string => join(folder, name);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ctt-'));
    await writeFile(
      at('busy.fet'),
      (await readFile(escuela, 'utf8')).replace('</Time_Constraints_List>', `${impossibleWish}$&`),
    );
  });
  after(() => rm(folder, { recursive: true }));

  async function run(
    command: typeof solveCommand,
    args: string[],
    options: Record<string, unknown>,
    ending = new AbortController(),
    endsAt = /never/,
  ) {
    const lines: string[] = [];
    const exitCode = await command.run(
      args,
      options,
      {
        line: (text) => lines.push(text),
        progress: (text) => {
          if (endsAt.test(text)) ending.abort();
        },
      },
      ending.signal,
    );
    return { exitCode, text: lines.join('\n') };
  }
  const bytes = async (name: string): Promise<string> => readFile(at(name), 'utf8');

  it('solves a .ctt file in threads that share what they find, and repeats the run from its log', async () => {
    const options = { moves: '6000', threads: '2', seed: '3', out: at('one.sol'), log: at('one.log'), json: true };
    const { exitCode, text } = await run(solveCommand, [colegio], options);
    expect(exitCode).to.equal(0);
    expect(JSON.parse(text)).to.deep.include({
      ok: true,
      threads: 2,
      seed: 3,
      moves: 12_000,
      lectures: 11,
      placed: 11,
      hard: 0,
    });
    await run(solveCommand, [colegio], { ...options, out: at('two.sol'), log: at('two.log') });
    expect(await bytes('two.sol')).to.equal(await bytes('one.sol'));
    await run(solveCommand, [colegio], { replay: at('one.log'), out: at('three.sol'), log: at('three.log') });
    expect(await bytes('three.sol')).to.equal(await bytes('one.sol'));
    expect(await bytes('three.log')).to.equal(await bytes('one.log'));
  });

  it('repeats a run of more threads than a small machine has cores, so that they are never equally fast', async () => {
    await writeFile(at('usual.ctt'), cttText(plantedCtt(1, cttSizes.usual).instance));
    const options = { moves: '60000', threads: '3', seed: '4' };
    await run(solveCommand, [at('usual.ctt')], { ...options, out: at('u1.sol'), log: at('u1.log') });
    await run(solveCommand, [at('usual.ctt')], { replay: at('u1.log'), out: at('u2.sol') });
    expect(await bytes('u2.sol')).to.equal(await bytes('u1.sol'));
  });

  it('reads a .ctt file of Latin-1 as well as one of UTF-8; names come back as they were, in UTF-8, and solutions of either kind are checked', async () => {
    const accents = (await readFile(colegio, 'utf8')).replaceAll('Algebra', 'Álgebra').replaceAll('Aula1', 'Añil');
    for (const encoding of ['latin1', 'utf8'] as const) {
      await writeFile(at('accents.ctt'), accents, encoding);
      expect(
        (await run(solveCommand, [at('accents.ctt')], { moves: '6000', out: at('accents.sol') })).exitCode,
      ).to.equal(0);
      const solution = await bytes('accents.sol');
      expect(solution).to.match(/^Álgebra (Añil|Aula2) \d \d$/m);
      await writeFile(at('latin1.sol'), solution, 'latin1');
      for (const one of ['accents.sol', 'latin1.sol'])
        expect((await run(checkCommand, [at('accents.ctt'), at(one)], {})).exitCode, `${encoding}, ${one}`).to.equal(0);
    }
  });

  it('says on which line of a .ctt file something is wrong, and ends with 2', async () => {
    await writeFile(at('wrong.ctt'), (await readFile(colegio, 'utf8')).replace('Coro 2 2', 'Ñandú 2 2'), 'latin1');
    for (const [command, args] of [
      [solveCommand, [at('wrong.ctt')]],
      [checkCommand, [at('wrong.ctt'), at('wrong.ctt')]],
    ] as const) {
      const { exitCode, text } = await run(command, [...args], { json: true });
      expect(exitCode).to.equal(2);
      expect(JSON.parse(text)).to.deep.equal({
        ok: false,
        file: at('wrong.ctt'),
        error: { message: 'unknown course "Ñandú"', line: 27 },
      });
    }
  });

  it('explains a solution: kinds and parts add up to what the check counts', async () => {
    await run(solveCommand, [colegio], { moves: '2000', out: at('a.sol') });
    const { exitCode, text } = await run(checkCommand, [colegio, at('a.sol')], { json: true });
    const score: { hard: number; soft: number; byConstraint: { hard: boolean; cost: number }[] } = JSON.parse(text);
    expect(exitCode).to.equal(0);
    expect(score.byConstraint.reduce((sum, one) => sum + one.cost, 0)).to.equal(score.hard + score.soft);
    await writeFile(at('a.sol'), 'Algebra Aula1 0 0\n');
    const broken = await run(checkCommand, [colegio, at('a.sol')], {});
    expect(broken.exitCode).to.equal(1);
    expect(broken.text).to.match(/hard: availability:Algebra \(1\) Algebra 0 0/);
  });

  it('explains a .fet solution: the parts of what the check counts add up to it', async () => {
    await run(solveCommand, [escuela], { moves: '60000', out: at('good.csv') });
    const crowded = (await bytes('good.csv')).replaceAll(/,(Lunes|Martes|Miércoles|Jueves|Viernes),/g, ',Lunes,');
    await writeFile(at('crowded.csv'), crowded);
    const { text } = await run(checkCommand, [escuela, at('crowded.csv')], { json: true });
    const score: { hard: number; soft: number; byConstraint: { hard: boolean; cost: number }[] } = JSON.parse(text);
    expect(score.hard).to.be.above(0);
    expect(score.byConstraint.length).to.be.above(1);
    expect(score.byConstraint.reduce((sum, one) => sum + one.cost, 0)).to.be.closeTo(score.hard + score.soft, 1e-6);
  });

  it('ends with the best so far when it is told to', async () => {
    const options = { seconds: '3600', threads: '2' };
    const { exitCode, text } = await run(solveCommand, [colegio], options, new AbortController(), /place 0/);
    expect(exitCode).to.equal(0);
    expect(text).to.match(/11 of 11 lectures placed/);
  });

  it('checks a .fet solution, and repeats the run that made it', async () => {
    const { exitCode } = await run(solveCommand, [escuela], { moves: '60000', out: at('a.csv'), log: at('fet.log') });
    expect(exitCode).to.equal(0);
    const checked = await run(checkCommand, [escuela, at('a.csv')], {});
    expect(checked.exitCode).to.equal(0);
    expect(checked.text).to.match(/not judged: TwoSetsOfActivitiesOrdered/);
    await run(solveCommand, [escuela], { replay: at('fet.log'), out: at('b.csv') });
    expect(await bytes('b.csv')).to.equal(await bytes('a.csv'));
    await writeFile(at('c.csv'), (await bytes('a.csv')).split('\n').slice(0, 3).join('\n'));
    expect((await run(checkCommand, [escuela, at('c.csv')], {})).exitCode).to.equal(1);
  });

  it('solves a .fet file in threads, ends with the best so far when it is told to, and repeats exactly what was cut short', async () => {
    const options = { seconds: '3600', threads: '2', out: at('cut.csv'), log: at('cut.log'), json: true };
    const { exitCode, text } = await run(solveCommand, [at('busy.fet')], options, new AbortController(), /conflicts 0/);
    expect(exitCode).to.equal(0);
    const { threads } = JSON.parse(await bytes('cut.log'));
    expect(threads).to.have.length(2);
    expect(JSON.parse(text).moves).to.equal(threads[0].moves + threads[1].moves);
    await run(solveCommand, [at('busy.fet')], { replay: at('cut.log'), out: at('again.csv'), log: at('again.log') });
    expect(await bytes('again.csv')).to.equal(await bytes('cut.csv'));
    expect(await bytes('again.log')).to.equal(await bytes('cut.log'));
  });

  it('refuses logs and solutions that do not belong to the file', async () => {
    await run(solveCommand, [colegio], { moves: '1000', log: at('own.log') });
    await writeFile(at('other.ctt'), (await readFile(colegio, 'utf8')).replace('Name: Colegio', 'Name: Otro'));
    for (const [args, options, message] of [
      [[at('other.ctt')], { replay: at('own.log') }, /the log is of another file/],
      [[escuela], { replay: at('own.log') }, /the log is of another file/],
      [[colegio], { replay: colegio }, /the log is not JSON/],
      [[colegio], { replay: at('none.log') }, /ENOENT/],
      [[colegio], { moves: '10', out: join(folder, 'no', 'where') }, /ENOENT/],
      [[at('none.ctt')], {}, /ENOENT/],
    ] as const) {
      const { exitCode, text } = await run(solveCommand, [...args], options);
      expect(exitCode).to.equal(2);
      expect(text).to.match(message);
    }
    await writeFile(at('bad.csv'), 'activity,day,hour,room\n999,Lunes,"9:00, primera",\n');
    const { exitCode, text } = await run(checkCommand, [escuela, at('bad.csv')], { json: true });
    expect(exitCode).to.equal(2);
    expect(JSON.parse(text)).to.deep.include({ ok: false, error: { message: 'unknown activity "999"', line: 2 } });
  });
});
