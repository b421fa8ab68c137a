import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { CttError } from '../domain/ctt/cttError.ts';
import { readCtt } from '../domain/ctt/readCtt.ts';
import { recount } from '../domain/ctt/recount.ts';
import { readSolution, writeSolution } from '../domain/ctt/solutionText.ts';
import { cttText, randomCtt, randomLines } from './randomCtt.ts';

const colegio = readFileSync(new URL('./ctt/colegio.ctt', import.meta.url), 'utf8');
const changed = (from: string | RegExp, to: string): string => colegio.replace(from, to);

const refusalOf = (text: string): CttError => {
  try {
    readCtt(text);
  } catch (error) {
    if (error instanceof CttError) return error;
    throw error;
  }
  throw new Error('it was read');
};

describe('reading a .ctt file', () => {
  it('reads what is in it', () => {
    const instance = readCtt(colegio);
    expect(instance).to.deep.include({ name: 'Colegio', days: 3, periodsPerDay: 3 });
    expect(instance.courses[2]).to.deep.equal({
      id: 'Quimica',
      teacher: 'Soto',
      lectures: 2,
      minDays: 2,
      students: 28,
    });
    expect(instance.rooms[1]).to.deep.equal({ id: 'Aula2', seats: 20 });
    expect(instance.curricula[1]).to.deep.equal({ id: 'Segundo', courses: ['Latin', 'Coro'] });
    expect(instance.unavailable[2]).to.deep.equal({ course: 'Coro', day: 2, period: 2 });
  });

  it('reads back what it would be written as, with any line ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const instance = randomCtt(seed);
        expect(readCtt(cttText(instance))).to.deep.equal(instance);
        expect(readCtt(cttText(instance).replaceAll('\n', '\r\n'))).to.deep.equal(instance);
      }),
      { numRuns: 50 },
    );
  });

  it('reads what is written oddly: spaces, tabs, a mark at the beginning, no END, an empty curriculum', () => {
    const plain = readCtt(colegio);
    const odd = `\uFEFF${colegio.replaceAll(' ', ' \t ').replaceAll('\n', '  \r\n\r\n  ')}`;
    expect(readCtt(odd)).to.deep.equal(plain);
    expect(readCtt(colegio.replace(/END\.\s*$/, ''))).to.deep.equal(plain);
    expect(readCtt(colegio.replace('END.', 'END.\nwhatever follows'))).to.deep.equal(plain);
    const empty = readCtt(changed('Curricula: 2', 'Curricula: 3').replace('CURRICULA:\n', 'CURRICULA:\nVacio 0\n'));
    expect(empty.curricula[0]).to.deep.equal({ id: 'Vacio', courses: [] });
  });

  for (const [what, text, message, line] of [
    ['nothing', '', /no section COURSES/, 1],
    ['a page of HTML', '<html>\n<body>', /no section COURSES/, 2],
    ['a wrong count', changed('Courses: 5', 'Courses: 6'), /tells Courses 6, the file has 5/, 2],
    ['a count that is no number', changed('Days: 3', 'Days: 3e9'), /Days is "3e9"/, 4],
    ['no days', changed('Days: 3\n', ''), /does not tell Days/, 28],
    ['a count said twice', changed('Days: 3', 'Days: 3\nDays: 3'), /"Days" is said twice/, 5],
    ['days without end', changed('Days: 3', 'Days: 999999999'), /from 1 to 100/, 4],
    ['lectures without end', changed('Ruiz 3 3 20', 'Ruiz 999999999 3 20'), /from 0 to/, 10],
    ['a negative number', changed('Ruiz 3 3 20', 'Ruiz -3 3 20'), /lectures is "-3"/, 10],
    ['a course that is cut off', changed('Ruiz 3 3 20', 'Ruiz 3 3'), /students is ""/, 10],
    ['a course twice', changed('Fisica Soto', 'Algebra Soto'), /"Algebra" occurs twice/, 11],
    ['a room twice', changed('Aula2 20', 'Aula1 20'), /"Aula1" occurs twice/, 18],
    ['a section twice', changed('ROOMS:', 'COURSES:'), /COURSES occurs twice/, 16],
    ['a curriculum of other size', changed('Primero 3', 'Primero 4'), /wanted a whole number from 0 to 3/, 21],
    ['an unknown course', changed('Latin Coro', 'Latin Canto'), /unknown course "Canto"/, 22],
    ['a day that is none', changed('Coro 2 2', 'Coro 3 2'), /day is "3"/, 27],
    ['a course named like nothing', changed('Coro 2 2', '__proto__ 2 2'), /unknown course "__proto__"/, 27],
  ] as const) {
    it(`refuses ${what}, and says where`, () => {
      const error = refusalOf(text);
      expect(error.message).to.match(message);
      expect(error.line).to.equal(line);
    });
  }

  it('refuses files and tables that would take all memory', () => {
    expect(refusalOf('x'.repeat(9_000_000)).message).to.equal('the file is too large');
    const many = Array.from({ length: 6000 }, (_, index) => `c${index} t 1 1 1`).join('\n');
    const text = changed('Courses: 5', 'Courses: 6005').replace('COURSES:\n', `COURSES:\n${many}\n`);
    expect(refusalOf(text).message).to.equal('the instance is too large');
  });

  it('reads whatever is broken in it, or refuses it, but does not fail', () => {
    fc.assert(
      fc.property(fc.nat(colegio.length), fc.nat(40), fc.string(), (at, length, text) => {
        const broken = colegio.slice(0, at) + text + colegio.slice(at + length);
        try {
          readCtt(broken);
        } catch (error) {
          expect(error).to.be.instanceOf(CttError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('recounting a .ctt solution', () => {
  const instance = readCtt(colegio);
  const of = (text: string) => recount(instance, readSolution(instance, text));
  const parts = (text: string) =>
    Object.fromEntries(of(text).byConstraint.map(({ id, cost }): [string, number] => [id, cost]));

  it('counts every hard rule', () => {
    expect(parts('')).to.deep.include({ 'lectures:Algebra': 3, 'lectures:Coro': 1, 'min-working-days:Fisica': 10 });
    const text =
      'Algebra Aula1 0 0\nFisica Aula1 0 0\nLatin Aula2 1 0\nLatin Aula1 1 0\nLatin Aula1 1 1\nLatin Aula1 1 2\nnobody';
    expect(parts(text)).to.deep.include({
      'conflicts: Algebra Fisica': 1,
      'availability:Algebra': 1,
      'room-occupation:Aula1': 1,
      // Three periods instead of two, and one said twice.
      'lectures:Latin': 2,
      malformed: 1,
    });
  });

  it('counts every soft rule', () => {
    const text = [
      'Algebra Aula1 0 2',
      'Algebra Aula1 1 0',
      'Algebra Aula2 1 1',
      'Quimica Aula2 1 2',
      'Coro Aula1 2 0',
    ].join('\n');
    expect(parts(text)).to.deep.include({
      'room-capacity:Quimica': 8,
      'room-capacity:Coro': 1,
      'room-stability:Algebra': 1,
      'min-working-days:Algebra': 5,
      'compactness:Primero': 2,
      'compactness:Segundo': 2,
    });
  });

  it('adds up: the parts are the score, whatever the lines are, and lines survive writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const random = randomCtt(seed);
        const read = { lectures: randomLines(random, seed), malformed: [] };
        const score = recount(random, read);
        const sum = (hard: boolean) =>
          score.byConstraint.filter((one) => one.hard === hard).reduce((total, one) => total + one.cost, 0);
        expect([score.hard, score.soft]).to.deep.equal([sum(true), sum(false)]);
        const again = readSolution(random, writeSolution(random, read.lectures));
        expect(again.malformed).to.deep.equal([]);
        expect(recount(random, again).hard).to.equal(score.hard);
      }),
      { numRuns: 100 },
    );
  });
});
