import { expect } from 'chai';
import fc from 'fast-check';
import type { Existing } from '../domain/existing.ts';
import { nothingYet } from '../domain/existing.ts';
import { planImport } from '../planner/planImport.ts';
import { type ImportFile, readTexts } from '../readers/textFiles.ts';
import { filesOf, goodLines, goodSchool, type Lines } from './goodSchool.ts';

const planned = (files: readonly ImportFile[], existing: Existing = nothingYet) =>
  planImport(readTexts(files), existing);
const plan = (lines: Lines) => planned(filesOf(lines));
const wrong = (lines: Lines) =>
  plan(lines).problems.map(({ file, line, column, code }) => `${file}:${line} ${column} ${code}`);

/** Replaces one cell of a file: the row by its line, the column by its number from 0. */
function withCell(file: string, line: number, column: number, text: string): Lines {
  const lines = goodLines();
  const rows = lines[file] ?? [];
  const cells = (rows[line - 1] ?? '').split(',');
  cells[column] = text;
  rows[line - 1] = cells.join(',');
  return lines;
}

/** Adds a row to a file. */
function withRow(file: string, row: string): Lines {
  const lines = goodLines();
  lines[file]?.push(row);
  return lines;
}

const faults: readonly [what: string, lines: Lines, problem: string][] = [
  ['an unknown zone', withCell('home-schools.csv', 2, 2, 'Moscow'), 'home-schools.csv:2 zone zone'],
  ['an empty name', withCell('home-schools.csv', 3, 1, ''), 'home-schools.csv:3 name empty'],
  ['an unknown role', withCell('staff.csv', 3, 7, 'king'), 'staff.csv:3 roles word'],
  ['an unknown language', withCell('staff.csv', 4, 4, 'klingon'), 'staff.csv:4 language language'],
  ['no e-mail address', withCell('staff.csv', 2, 6, 'olga'), 'staff.csv:2 email email'],
  [
    'a place of work of a teacher',
    withCell('staff.csv', 4, 8, 'north'),
    'staff.csv:4 home_school home-school-without-role',
  ],
  ['an unknown home school', withCell('students.csv', 2, 7, 'west'), 'students.csv:2 home_school unknown-home-school'],
  ['grade 13', withCell('students.csv', 3, 8, '13'), 'students.csv:3 grade number'],
  ['an unknown group', withCell('students.csv', 3, 9, '7a|9z'), 'students.csv:3 group unknown-group'],
  ['a subgroup in two groups', withCell('students.csv', 4, 10, 'Blue'), 'students.csv:4 subgroup subgroup-ambiguous'],
  ['a subgroup without a group', withCell('students.csv', 2, 9, ''), 'students.csv:2 subgroup subgroup-needs-group'],
  ['the same student twice', withCell('students.csv', 3, 0, 'ann'), 'students.csv:3 id twice'],
  ['an unknown child', withCell('guardians.csv', 2, 6, 'ann|zoe'), 'guardians.csv:2 student unknown-student'],
  ['a guardian of oneself', withCell('guardians.csv', 3, 6, 'uncle|cid'), 'guardians.csv:3 student guards-self'],
  ['neither yes nor no', withCell('guardians.csv', 3, 8, 'perhaps'), 'guardians.csv:3 may_act yes-or-no'],
  ['a birthday that is none', withCell('students.csv', 2, 11, '2013-02-30'), 'students.csv:2 born_on date'],
  ['quiet hours that are none', withCell('guardians.csv', 2, 10, '22-6'), 'guardians.csv:2 quiet_hours quiet-hours'],
  ['an unknown way', withCell('contacts.csv', 2, 1, 'pigeon'), 'contacts.csv:2 way word'],
  ['no address of its way', withCell('contacts.csv', 4, 2, '@mila'), 'contacts.csv:4 address email'],
  ['best hours with one end', withCell('contacts.csv', 2, 5, ''), 'contacts.csv:2 best_to hours-incomplete'],
  ['an address twice', withRow('contacts.csv', 'max,e-mail,MAX@school.example,,,,,'), 'contacts.csv:6 address twice'],
  ['a contact of nobody', withCell('contacts.csv', 5, 0, 'nobody'), 'contacts.csv:5 person unknown-person'],
  ['hours that overlap', withCell('groups.csv', 2, 5, '09:00|09:20'), 'groups.csv:2 hours hours-overlap'],
  ['an hour past midnight', withCell('groups.csv', 3, 5, '23:30'), 'groups.csv:3 hours hour-past-midnight'],
  ['weekdays that are none', withCell('groups.csv', 3, 4, 'someday'), 'groups.csv:3 days weekdays'],
  ['an unknown tutor', withCell('groups.csv', 3, 7, 'nobody'), 'groups.csv:3 tutor unknown-person'],
  ['a link that is none', withCell('groups.csv', 2, 8, 'meet'), 'groups.csv:2 meeting_url url'],
  ['an unknown teacher', withCell('courses.csv', 2, 4, 'nobody'), 'courses.csv:2 teacher unknown-person'],
  ['an unknown subgroup', withCell('courses.csv', 3, 2, 'Green'), 'courses.csv:3 subgroup unknown-subgroup'],
  ['no lessons', withCell('courses.csv', 5, 5, '0'), 'courses.csv:5 lessons_a_week number'],
  ['a window that ends before it begins', withCell('windows.csv', 2, 3, '07:00'), 'windows.csv:2 to window-reversed'],
  ['windows that overlap', withCell('windows.csv', 3, 4, 'online'), 'windows.csv:3 from windows-overlap'],
  ['25 o’clock', withCell('windows.csv', 4, 2, '25:00'), 'windows.csv:4 from time'],
  ['a window of nobody', withCell('windows.csv', 4, 0, 'nobody'), 'windows.csv:4 person unknown-person'],
  ['terms that overlap', withCell('terms.csv', 3, 1, '2026-12-25'), 'terms.csv:3 starts_on term-overlaps'],
  ['30 February', withCell('terms.csv', 3, 1, '2027-02-30'), 'terms.csv:3 starts_on date'],
  [
    'a term that ends before it begins',
    withCell('terms.csv', 2, 2, '2026-08-01'),
    'terms.csv:2 ends_on dates-reversed',
  ],
  ['a holiday of an unknown group', withCell('holidays.csv', 3, 1, '7z'), 'holidays.csv:3 group unknown-group'],
  ['a heading that is missing', withCell('terms.csv', 1, 2, ''), 'terms.csv:1 ends_on heading-missing'],
  [
    'an unknown heading',
    withCell('staff.csv', 1, 6, 'favourite colour'),
    'staff.csv:1 favourite colour heading-unknown',
  ],
  ['a surplus cell', withCell('terms.csv', 2, 3, 'what'), 'terms.csv:2  too-many-cells'],
  ['an id with a separator', withCell('home-schools.csv', 2, 0, 'a|b'), 'home-schools.csv:2 id key-signs'],
];

describe('Planning an import', () => {
  it('finds no fault in a good school', () => {
    const { problems, changes } = planned(goodSchool(), nothingYet);
    expect(problems).to.deep.equal([]);
    expect(changes.every(({ action }) => action === 'add')).to.equal(true);
  });

  for (const [what, lines, problem] of faults)
    it(`names ${what}, with file, line and column, and changes nothing`, () => {
      expect(wrong(lines)).to.include(problem);
      expect(plan(lines).changes).to.deep.equal([]);
    });

  it('does not blame rows that only mention a broken one', () => {
    expect(wrong(withCell('groups.csv', 2, 6, 'long'))).to.deep.equal(['groups.csv:2 minutes number']);
    expect(wrong(withCell('staff.csv', 4, 4, 'klingon'))).to.deep.equal(['staff.csv:4 language language']);
  });

  it('reports all faults of all files at once', () => {
    const lines = withCell('students.csv', 3, 8, '13');
    lines['students.csv']?.push('dan,,Danov,xx,Nowhere,good,,north,7,7a,');
    lines['terms.csv'] = ['name', 'Autumn'];
    expect(wrong(lines)).to.have.members([
      'students.csv:3 grade number',
      'students.csv:5 given_name empty',
      'students.csv:5 language language',
      'students.csv:5 zone zone',
      'terms.csv:1 starts_on heading-missing',
      'terms.csv:1 ends_on heading-missing',
    ]);
  });

  it('counts lines right where cells hold several lines', () => {
    const lines = goodLines();
    lines['home-schools.csv'] = ['id,name,zone', 'north,"North\n\nSchool",Europe/Moscow', '', 'south,Sur,Nowhere'];
    expect(wrong(lines)).to.include.members(['home-schools.csv:2 name several-lines', 'home-schools.csv:6 zone zone']);
  });

  it('reads Russian and Spanish headings and words, semicolons and a byte order mark', () => {
    const files = [
      { name: 'home-schools.csv', text: '\ufeffКод;Название;Часовой пояс\r\nn;Школа № 20;Europe/Moscow\r\n' },
      {
        name: 'Staff.csv',
        text: 'clave;nombre;apellidos;idioma;zona horaria;rol\nd;Eva;Gil;español;Europe/Madrid;docente',
      },
      { name: 'terms.csv', text: 'название;начало;окончание\n1 четверть;01.09.2026;25.10.2026' },
    ];
    const { problems, changes } = planned(files, nothingYet);
    expect(problems).to.deep.equal([]);
    expect(changes.map(({ kind, key }) => `${kind} ${key}`)).to.deep.equal([
      'home-school n',
      'person d',
      'role d|teacher|',
      'term 1 четверть',
    ]);
  });

  it('says so when it cannot tell what a table holds', () => {
    const { problems } = planned([{ name: 'pets.csv', text: 'animal,legs\ncat,4\n' }]);
    expect(problems.map(({ file, code }) => `${file} ${code}`)).to.deep.equal(['pets.csv file-unknown']);
  });

  it('takes several files of the same form', () => {
    const lines = goodLines();
    const [headings = '', autumn = '', spring = ''] = lines['terms.csv'] ?? [];
    const files = [
      { name: 'terms.csv', text: `${headings}\n${autumn}` },
      { name: 'Периоды.csv', text: `${headings}\n${spring}` },
    ];
    expect(planned(files).problems).to.deep.equal([]);
    expect(planned(files).changes).to.have.length(2);
  });

  it('never throws, whatever it is given', () => {
    const names = fc.constantFrom(...Object.keys(goodLines()), 'other.csv');
    const noise = fc.string({ unit: fc.constantFrom(...'a1,;"|/\n\r\t -:é\u0000Я'), maxLength: 200 });
    const text = fc.oneof(
      fc.string(),
      noise,
      noise.map((rest) => `id,name,zone\n${rest}`),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ name: names, text }), { maxLength: 4 }), (files) => {
        planned(files, nothingYet);
      }),
      { numRuns: 300 },
    );
  });

  it('reports a cell spoilt anywhere in its own row, and changes nothing', () => {
    const cells = Object.entries(goodLines()).flatMap(([file, rows]) =>
      rows.slice(1).flatMap((row, at) => row.split(',').map((_, column) => ({ file, line: at + 2, column }))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...cells), ({ file, line, column }) => {
        const { problems, changes } = plan(withCell(file, line, column, '\u0007|'));
        expect(problems.map((one) => `${one.file}:${one.line}`)).to.include(`${file}:${line}`);
        expect(changes).to.deep.equal([]);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of rows', () => {
    const sorted = (lines: Lines) => plan(lines).changes;
    fc.assert(
      fc.property(fc.nat(), (turn) => {
        const lines = goodLines();
        for (const [file, [headings = '', ...rows]] of Object.entries(lines))
          lines[file] = [headings, ...rows.slice(turn % rows.length), ...rows.slice(0, turn % rows.length)];
        expect(sorted(lines)).to.have.deep.members([...sorted(goodLines())]);
      }),
      { numRuns: 20 },
    );
  });
});
