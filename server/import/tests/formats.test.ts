import { expect } from 'chai';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { nothingYet } from '../domain/existing.ts';
import { type ImportRecord, nameOf } from '../domain/records.ts';
import { date, phone } from '../forms/values.ts';
import { planImport } from '../planner/planImport.ts';
import { decode } from '../readers/decode.ts';
import { readSources, type Source } from '../readers/readSources.ts';
import { readTexts } from '../readers/textFiles.ts';
import { UnzipError, unzip } from '../readers/unzip.ts';
import { formRows } from '../writers/formRows.ts';
import { oneRosterFiles } from '../writers/oneRoster.ts';
import { csvFor, nameOfForm, tableOf, workbookOf, zipOf } from '../writers/tables.ts';
import { goodSchool } from './goodSchool.ts';

const planOf = async (sources: readonly Source[], answers = {}) =>
  planImport(await readSources(sources, answers), nothingYet);

/** The database as it is after an import into an empty school. */
const schoolOf = (records: readonly ImportRecord[]): ReadonlyMap<string, ImportRecord> =>
  new Map(
    records.map((record) => [nameOf(record), { ...record, fields: { ...usual[record.kind], ...record.fields } }]),
  );

/** What the database has for what the files do not say. */
const usual: Partial<Record<string, ImportRecord['fields']>> = {
  person: { internet: 'good', quietHours: null, isActive: true },
  student: { bornOn: null },
  guardianship: { maySee: true, mayAct: true },
};

describe('Reading any table', () => {
  const text = 'имя;язык\nЁжик;русский\n';
  const windows1251 = Buffer.from([0xe8, 0xec, 0xff, 0x3b, 0xff, 0xe7, 0xfb, 0xea, 0x0a, 0xa8, 0xe6, 0xe8, 0xea, 0x3b]);
  const encodings: readonly [name: string, bytes: Uint8Array, wanted: string][] = [
    ['utf-8', Buffer.from(text), text],
    ['utf-8', Buffer.from(`\uFEFF${text}`), text],
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le'), text],
    ['utf-16le', Buffer.from('id,name\n1,Ana\n2,José\n', 'utf16le'), 'id,name\n1,Ana\n2,José\n'],
    ['utf-16be', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), text],
    ['windows-1251', windows1251, 'имя;язык\nЁжик;'],
    ['windows-1252', Buffer.from('nombre\nJosé Muñoz\nÁngela Peña\n', 'latin1'), 'nombre\nJosé Muñoz\nÁngela Peña\n'],
  ];
  for (const [name, bytes, wanted] of encodings)
    it(`knows ${name}, ${bytes.length} bytes`, () => {
      expect(decode(bytes)).to.deep.equal({ text: wanted, encoding: name });
    });

  for (const written of [
    '2026-09-01',
    '01.09.2026',
    '1/9/2026',
    '1 сентября 2026 г.',
    '1 de septiembre de 2026',
    'September 1, 2026',
    '1 Sep 2026',
    '2026-09-01 00:00:00',
  ])
    it(`takes ${written} for a date`, () => {
      expect(date(written)).to.deep.equal({ ok: true, value: '2026-09-01' });
    });

  for (const written of ['8 (900) 123-45-67', '+52 55 1234 5678', '900.123.45.67', '+7 495 123‑45‑67 доб. 12'])
    it(`takes ${written} for a telephone number`, () => {
      expect(phone(written).ok).to.equal(true);
    });

  it('finds the headings below titles that were merged over all columns', async () => {
    const rows = [
      ['Список обучающихся 7 «А» класса', '', '', ''],
      ['на 1 сентября 2026 г.', '', 'школа № 5', ''],
      ['код', 'имя', 'фамилия', 'дата рождения'],
      ['7-1', 'Мария', 'Иванова', '01.09.2013'],
    ];
    const text = rows.map((row) => row.join(';')).join('\r\n');
    const files = [
      { name: 'класс.csv', bytes: Buffer.from(text) },
      { name: 'без знаков.csv', bytes: Buffer.from(text.replace(/^([^;]*);+/, '$1')) },
      { name: 'класс.xlsx', bytes: await workbookOf([{ name: 'Лист1', rows }]) },
    ];
    for (const file of files) {
      const [sheet] = (await readSources([file])).sheets;
      expect(sheet?.headings, file.name).to.deep.equal({ line: 3, cells: rows[2] });
      expect(
        sheet?.rows.map(({ line, cells }) => [line, cells[0]]),
        file.name,
      ).to.deep.equal([[4, '7-1']]);
    }
  });

  it('unpacks no more than it may, whatever the archive claims', () => {
    const bomb = zipSync({ 'students.csv': new Uint8Array(2_000_000) });
    expect(unzip(bomb)[0]?.bytes.length).to.equal(2_000_000);
    expect(() => unzip(bomb, { left: 1_000_000 })).to.throw(UnzipError, 'file-too-large');
    const lying = Buffer.from(bomb);
    const entry = lying.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    lying.writeUInt32LE(10, entry + 24);
    expect(() => unzip(lying, { left: 1_000_000 })).to.throw(UnzipError, 'file-too-large');
  });

  it('counts together what archives unpack, and stops for good at what is too much', () => {
    const bomb = zipSync({ 'students.csv': new Uint8Array(2_000_000) });
    const room = { left: 5_000_000 };
    for (const left of [3_000_000, 1_000_000]) {
      unzip(bomb, room);
      expect(room.left).to.equal(left);
    }
    expect(() => unzip(bomb, room)).to.throw(UnzipError, 'file-too-large');
    expect(() => unzip(zipSync({ 'a.csv': new Uint8Array(10) }), room)).to.throw(UnzipError, 'file-too-large');
  });

  it('never throws at a hostile file, and plans no change from a damaged one', async () => {
    const good = [...goodSchool()].map(({ name, text: own }) => ({ name, bytes: Buffer.from(own) }));
    const records = (await planOf(good)).records;
    const tables = [...formRows(schoolOf(records))].map(([form, rows]) => tableOf(form, rows, 'en'));
    const workbook = await workbookOf(tables);
    const roster = zipOf(oneRosterFiles(schoolOf(records)));
    const ending = fc.constantFrom('csv', 'xlsx', 'zip', 'fet', 'tsv', 'exe', '');
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ maxLength: 400 }).map((one) => new Uint8Array(Buffer.from(one))),
      spoilt(workbook),
      spoilt(roster),
    );
    await fc.assert(
      fc.asyncProperty(ending, hostile, async (end, bytes) => {
        const { problems, changes } = await planOf([{ name: `students.${end}`, bytes }]);
        if (problems.length > 0) expect(changes).to.deep.equal([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** A good file with some bytes changed, or cut off. */
const spoilt = (good: Uint8Array) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }),
      fc.nat(good.length),
      fc.boolean(),
    )
    .map(([changes, length, isCut]) => {
      const bytes = Uint8Array.from(good);
      for (const [at, byte] of changes) bytes[at] = byte;
      return isCut ? bytes.slice(0, length) : bytes;
    });

describe('What is written', () => {
  const { records } = planImport(readTexts(goodSchool()), nothingYet);
  const school = schoolOf(records);

  it('as our own forms is read as the same school, in every language', async () => {
    for (const language of ['en', 'ru', 'es'] as const) {
      const sources = [...formRows(school)].map(([form, rows]) => ({
        name: `${nameOfForm(form, language)}.csv`,
        bytes: csvFor(tableOf(form, rows, language), language),
      }));
      const plan = await planOf(sources);
      expect(plan.problems, language).to.deep.equal([]);
      expect([...formRows(schoolOf(plan.records))]).to.deep.equal([...formRows(school)]);
    }
  });

  it('as a workbook is read as the same school', async () => {
    const tables = [...formRows(school)].map(([form, rows]) => tableOf(form, rows, 'ru'));
    const plan = await planOf([{ name: 'школа.xlsx', bytes: await workbookOf(tables) }]);
    expect(plan.problems).to.deep.equal([]);
    expect([...formRows(schoolOf(plan.records))]).to.deep.equal([...formRows(school)]);
  });

  it('as OneRoster is read, and written again as the same files', async () => {
    const files = oneRosterFiles(school);
    const plan = await planOf([{ name: 'school.zip', bytes: zipOf(files) }]);
    expect(plan.problems).to.deep.equal([]);
    const again = oneRosterFiles(schoolOf(plan.records));
    const texts = (list: typeof files) => list.map(({ name, bytes }) => `${name}\n${Buffer.from(bytes).toString()}`);
    expect(texts(again)).to.deep.equal(texts(files));
  });
});

const lines = (...rows: readonly string[]): Uint8Array => Buffer.from(rows.join('\r\n'));
const users =
  'sourcedId,status,dateLastModified,enabledUser,givenName,familyName,email,agentSourcedIds,grades,primaryOrgSourcedId';
const rolesHeading = 'sourcedId,status,dateLastModified,userSourcedId,roleType,role,orgSourcedId';
const enrolmentsHeading = 'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary';

describe('OneRoster of another system', () => {
  const bulk: readonly Source[] = [
    { name: 'manifest.csv', bytes: lines('propertyName,value', 'oneroster.version,1.2', 'file.users,bulk') },
    { name: 'orgs.csv', bytes: lines('sourcedId,status,dateLastModified,name,type', 'o1,,,North School,school') },
    {
      name: 'users.csv',
      bytes: lines(
        users,
        'u1,,,true,Ann,Antonova,ann@a.example,u2,07,o1',
        'u2,,,true,Mila,Antonova,,,,',
        'u3,,,true,Max,Smith,,,,',
      ),
    },
    {
      name: 'roles.csv',
      bytes: lines(
        rolesHeading,
        'r1,,,u1,primary,student,o1',
        'r2,,,u2,primary,parent,o1',
        'r3,,,u3,primary,teacher,o1',
      ),
    },
    {
      name: 'classes.csv',
      bytes: lines(
        'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classType,periods',
        'c1,,,Algebra 7,07,a1,scheduled,"1,2,3"',
      ),
    },
    { name: 'courses.csv', bytes: lines('sourcedId,status,dateLastModified,title', 'a1,,,Algebra') },
    {
      name: 'enrollments.csv',
      bytes: lines(enrolmentsHeading, 'e1,,,c1,o1,u1,student,false', 'e2,,,c1,o1,u3,teacher,true'),
    },
  ];
  const answers = { defaults: { language: 'es', zone: 'America/Mexico_City' } };

  it('becomes people, groups and courses', async () => {
    const { problems, changes } = await planOf(bulk, answers);
    expect(problems).to.deep.equal([]);
    const named = changes.map(({ kind, key }) => `${kind}:${key}`);
    expect(named).to.include.members([
      'home-school:o1',
      'student:u1',
      'guardianship:u2|u1',
      'role:u3|teacher|',
      'group:c1',
      'member:u1|c1',
    ]);
    expect(changes.find(({ kind }) => kind === 'course')?.fields).to.include({
      teacher: 'u3',
      lessonsAWeek: 3,
      subject: 'Algebra',
    });
  });

  it('in a delta says only what changes: who is deleted is no longer active, who leaves a class leaves the group', async () => {
    const { records } = await planOf(bulk, answers);
    const memory = new Map(records.map((record) => [nameOf(record), record.fields]));
    const delta: readonly Source[] = [
      { name: 'manifest.csv', bytes: lines('propertyName,value', 'file.users,delta', 'file.enrollments,delta') },
      { name: 'users.csv', bytes: lines(`${users},role`, 'u3,tobedeleted,,true,Max,Smith,,,,,teacher') },
      { name: 'enrollments.csv', bytes: lines(enrolmentsHeading, 'e1,tobedeleted,,c1,o1,u1,student,false') },
    ];
    const { problems, changes } = planImport(await readSources(delta, answers), { records: schoolOf(records), memory });
    expect(problems).to.deep.equal([]);
    expect(changes.map(({ kind, key, action, fields }) => ({ kind, key, action, ...fields }))).to.deep.equal([
      { kind: 'person', key: 'u3', action: 'change', isActive: false },
      { kind: 'member', key: 'u1|c1', action: 'remove' },
    ]);
  });
});

describe('A timetable made with FET', () => {
  const fet = `<?xml version="1.0"?><fet version="6.0"><Days_List><Number_of_Days>2</Number_of_Days><Day><Name>Mo</Name></Day><Day><Name>Tu</Name></Day></Days_List>
<Hours_List><Hour><Name>1</Name></Hour><Hour><Name>2</Name></Hour><Hour><Name>lunch</Name></Hour></Hours_List>
<Subjects_List><Subject><Name>Algebra</Name></Subject></Subjects_List><Teachers_List><Teacher><Name>Max Smith</Name></Teacher></Teachers_List>
<Students_List><Year><Name>7a</Name><Group><Name>7a Blue</Name></Group><Group><Name>7a White</Name></Group></Year></Students_List>
<Activities_List><Activity><Teacher>Max Smith</Teacher><Subject>Algebra</Subject><Students>7a</Students><Duration>2</Duration><Id>1</Id></Activity>
<Activity><Teacher>Max Smith</Teacher><Subject>Algebra</Subject><Students>7a</Students><Duration>1</Duration><Id>2</Id></Activity></Activities_List></fet>`;
  const source = { name: 'school.fet', bytes: Buffer.from(fet) };

  it('asks for term, zone and the clock of its hours', async () => {
    const read = await readSources([source]);
    expect(read.questions).to.deep.equal({ days: ['Mo', 'Tu'], hours: ['1', '2', 'lunch'] });
    expect(read.problems.map(({ code }) => code)).to.deep.equal(['fet-answers']);
  });

  it('becomes groups with hours, subgroups, courses and a term, without students', async () => {
    const term = { name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-20' };
    const answers = {
      fet: { term, zone: 'Europe/Madrid', language: 'es', times: ['09:00', '10:00', ''], minutes: 45, grade: 5 },
    };
    const { problems, changes } = await planOf([source], answers);
    expect(problems).to.deep.equal([]);
    const of = (kind: string) => changes.filter((change) => change.kind === kind);
    expect(of('group').map(({ key, fields }) => [key, fields.grade])).to.deep.equal([['7a', 7]]);
    expect(of('grid-place')).to.have.length(4);
    expect(of('subgroup')).to.have.length(2);
    expect(of('course').map(({ fields }) => [fields.subject, fields.teacher, fields.lessonsAWeek])).to.deep.equal([
      ['Algebra', 'Max Smith', 3],
    ]);
    expect(of('student')).to.deep.equal([]);
    expect(of('term')).to.have.length(1);
  });
});
