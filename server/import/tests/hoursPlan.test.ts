import { expect } from 'chai';
import { type Pupil, planHours } from '../planner/hoursPlan.ts';
import { readHours } from '../readers/readHours.ts';

const pupil = (id: string, name: string, over: Partial<Pupil> = {}): Pupil => ({
  ...{ id, name, externalId: null, hours: [] },
  ...over,
});
const pupils = [
  pupil('1', 'Иванов Пётр', { externalId: 'S-1', hours: [{ weekday: 1, from: '08:30', to: '13:00' }] }),
  pupil('2', 'Ruiz Ana', { hours: [{ weekday: 2, from: '09:00', to: '12:00' }] }),
  pupil('3', 'Орлова Анна'),
  pupil('4', 'Орлова Анна', { externalId: 'S-4' }),
];
const planOf = async (text: string, name = 'hours.csv') => {
  const read = await readHours({ name, bytes: Buffer.from(text) });
  const plan = planHours(read.rows, pupils);
  return { ...plan, ignored: read.ignored, problems: [...read.problems, ...plan.problems] };
};

describe('A home school’s table of hours', () => {
  it('is read with headings of three languages, any delimiter, and columns beside that mean nothing here', async () => {
    for (const text of [
      'ученик;класс;день недели;с;до\nПетр Иванов;5;пн-вт;8:30;13:10\n',
      'alumno,grado,día,desde,hasta\nS-1,5,lun-mar,08:30,13:10\n',
      'student\tclass\tweekday\tfrom\tto\nS-1\t5\tmon|tue\t8:30\t13:10\n',
    ]) {
      const { changes, problems, ignored, unnamed } = await planOf(text);
      expect(problems).to.deep.equal([]);
      expect(changes.map(({ personId, after }) => [personId, after])).to.deep.equal([
        [
          '1',
          [
            { weekday: 1, from: '08:30', to: '13:10' },
            { weekday: 2, from: '08:30', to: '13:10' },
          ],
        ],
      ]);
      expect(ignored).to.have.length(1);
      expect(unnamed).to.equal(3);
    }
  });

  it('takes the hours of whoever stands there alone, and leaves those alone whom it does not name', async () => {
    const { changes, same, unnamed } = await planOf('student,weekday,from,to\nRuiz Ana,,,\nS-1,1,08:30,13:00\n');
    expect(changes).to.deep.equal([
      { personId: '2', name: 'Ruiz Ana', before: [{ weekday: 2, from: '09:00', to: '12:00' }], after: [] },
    ]);
    expect([same, unnamed]).to.deep.equal([1, 2]);
  });

  const faults: readonly [title: string, rows: string, wanted: readonly [number, string, string]][] = [
    ['a student of another school', 'Bob Stone,1,09:00,10:00', [2, 'student', 'pupil-unknown']],
    ['a name that two students have', 'Анна Орлова,1,09:00,10:00', [2, 'student', 'pupil-ambiguous']],
    ['a day without a start', 'S-1,1,,10:00', [2, 'from', 'empty']],
    ['an end before the start', 'S-1,1,10:00,09:00', [2, 'to', 'window-reversed']],
    ['hours that overlap', 'S-1,1-2,09:00,10:00\nS-1,2,09:30,11:00', [3, 'from', 'windows-overlap']],
    ['a day that is none', 'S-1,someday,09:00,10:00', [2, 'weekday', 'weekdays']],
    ['a time that is none', 'S-1,1,nine,10:00', [2, 'from', 'time']],
  ];
  for (const [title, rows, [line, column, code]] of faults)
    it(`names line and column of ${title}`, async () => {
      const { problems } = await planOf(`student,weekday,from,to\n${rows}\n`);
      expect(problems.map((one) => [one.line, one.column, one.code])).to.deep.equal([[line, column, code]]);
    });

  it('is refused as a whole kind when it is something else', async () => {
    expect((await planOf('%PDF', 'week.pdf')).problems.map(({ code }) => code)).to.deep.equal(['file-kind']);
  });
});
