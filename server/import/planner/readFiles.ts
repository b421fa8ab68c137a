import { type FileName, formats, isFileName } from '../csv/formats.ts';
import { type Columns, type ImportFile, type ReadRows, type Row, readRows } from '../csv/rows.ts';
import type { Governed } from '../domain/differences.ts';
import type { Existing } from '../domain/existing.ts';
import type { ImportProblem } from '../domain/importProblem.ts';
import type { Kind } from '../domain/records.ts';
import type { Broken } from './checks.ts';
import { courseRecords, groupRecords } from './groupRecords.ts';
import { guardianRecords, homeSchoolRecords, staffRecords, studentRecords } from './peopleRecords.ts';
import type { Sourced, Told } from './sourced.ts';
import { holidayRecords, termRecords, windowRecords } from './timeRecords.ts';

export interface ReadFiles {
  readonly records: readonly Sourced[];
  readonly problems: readonly ImportProblem[];
  readonly broken: Broken;
  readonly governed: Governed;
}

/** What the rows of each file make known, for references to rows that could not be read. */
const madeKnown: Readonly<Record<FileName, readonly Kind[]>> = {
  'home-schools.csv': ['home-school'],
  'staff.csv': ['person'],
  'students.csv': ['person', 'student', 'subgroup'],
  'guardians.csv': ['person'],
  'groups.csv': ['group'],
  'courses.csv': [],
  'windows.csv': [],
  'terms.csv': [],
  'holidays.csv': [],
};

/** Reads all files, faults included. */
export function readFiles(files: readonly ImportFile[], existing: Existing): ReadFiles {
  const read = new Map<FileName, ReadRows<Columns>>();
  const strange: ImportProblem[] = [];
  const rowsOf = <C extends Columns>(name: FileName, columns: C): readonly Row<C>[] => {
    const file = files.find((one) => one.name.toLowerCase() === name);
    if (!file) return [];
    const found = readRows(file, columns);
    read.set(name, found);
    return found.rows;
  };
  for (const [at, file] of files.entries()) strange.push(...nameFaults(files, file, at));

  const groups = rowsOf('groups.csv', formats['groups.csv']);
  const told: readonly Told[] = [
    homeSchoolRecords(rowsOf('home-schools.csv', formats['home-schools.csv'])),
    staffRecords(rowsOf('staff.csv', formats['staff.csv'])),
    studentRecords(rowsOf('students.csv', formats['students.csv'])),
    guardianRecords(rowsOf('guardians.csv', formats['guardians.csv'])),
    groupRecords(groups),
    courseRecords(rowsOf('courses.csv', formats['courses.csv']), minutesOfGroups(groups, existing)),
    windowRecords(rowsOf('windows.csv', formats['windows.csv'])),
    termRecords(rowsOf('terms.csv', formats['terms.csv'])),
    holidayRecords(rowsOf('holidays.csv', formats['holidays.csv'])),
  ];
  return {
    records: told.flatMap(({ records }) => records),
    problems: [
      ...strange,
      ...[...read.values()].flatMap((one) => one.problems),
      ...told.flatMap((one) => one.problems),
    ],
    broken: brokenOf(read),
    governed: governedBy(told.flatMap(({ records }) => records)),
  };
}

function nameFaults(files: readonly ImportFile[], file: ImportFile, at: number): ImportProblem[] {
  const name = file.name.toLowerCase();
  const whole = { file: file.name, line: 1, column: '', value: file.name };
  if (!isFileName(name))
    return [{ ...whole, code: 'file-unknown', params: { names: Object.keys(formats).join(', ') } }];
  const isAgain = files.slice(0, at).some((other) => other.name.toLowerCase() === name);
  return isAgain ? [{ ...whole, code: 'file-twice', params: {} }] : [];
}

type GroupRows = readonly Row<(typeof formats)['groups.csv']>[];

/** How long an hour of a group's grid is: as the file says, otherwise as the database has it; 0 without a grid. */
function minutesOfGroups(rows: GroupRows, existing: Existing): (group: string) => number | undefined {
  const minutes = new Map<string, number>();
  for (const { kind, key } of existing.records.values()) if (kind === 'group') minutes.set(key, 0);
  for (const { kind, key, fields } of existing.records.values())
    if (kind === 'grid-place') minutes.set(key.split('|')[0] ?? '', Number(fields.minutes));
  for (const { values } of rows) minutes.set(values.id, values.minutes);
  return (group) => minutes.get(group);
}

function brokenOf(read: ReadonlyMap<FileName, ReadRows<Columns>>): Broken {
  const blind = [...read].filter(
    ([, { rows, problems, brokenKeys }]) => rows.length + brokenKeys.length === 0 && problems.length > 0,
  );
  return {
    kinds: new Set(blind.flatMap(([name]) => madeKnown[name])),
    keys: new Set([...read.values()].flatMap(({ brokenKeys }) => brokenKeys)),
  };
}

/** The columns that tell all that belongs to an owner; a file without the column leaves it as it is. */
const telling: readonly (readonly [column: string, kinds: readonly Kind[]])[] = [
  ['roles', ['role']],
  ['groups', ['member', 'subgroup-member']],
  ['students', ['guardianship']],
  ['hours', ['grid-place']],
  ['tutors', ['tutor']],
];

function governedBy(records: readonly Sourced[]): Governed {
  const governed = new Set<string>();
  for (const { row } of records) {
    const values: Readonly<Record<string, unknown>> = row.values;
    for (const [column, kinds] of telling)
      if (values[column] !== undefined && typeof values.id === 'string')
        for (const kind of kinds) governed.add(`${kind}:${values.id}`);
  }
  return governed;
}
