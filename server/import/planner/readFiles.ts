import type { Governed } from '../domain/differences.ts';
import type { Existing } from '../domain/existing.ts';
import type { ImportProblem } from '../domain/importProblem.ts';
import type { Kind } from '../domain/records.ts';
import { type Form, formats } from '../forms/formats.ts';
import { plain } from '../forms/plain.ts';
import { type Columns, type ReadRows, type Row, readRows, type Said } from '../forms/rows.ts';
import { formOf, type Mapping, noMapping, type Sheet } from '../forms/sheet.ts';
import type { Broken } from './checks.ts';
import { contactRecords } from './contactRecords.ts';
import { courseRecords, gridRecords, groupRecords, memberRecords } from './groupRecords.ts';
import { guardianRecords, homeSchoolRecords, staffRecords, studentRecords } from './peopleRecords.ts';
import type { Sourced, Told } from './sourced.ts';
import { holidayRecords, termRecords, windowRecords } from './timeRecords.ts';

export interface ReadFiles {
  readonly records: readonly Sourced[];
  readonly problems: readonly ImportProblem[];
  readonly broken: Broken;
  readonly governed: Governed;
  /** Names of records that a row says are over. */
  readonly ended: readonly string[];
}

/** What the rows of each form make known, for references to rows that could not be read. */
const madeKnown: Readonly<Record<Form, readonly Kind[]>> = {
  'home-schools': ['home-school'],
  staff: ['person'],
  students: ['person', 'student', 'subgroup'],
  guardians: ['person'],
  contacts: [],
  groups: ['group', 'subgroup'],
  grids: [],
  members: ['subgroup'],
  courses: [],
  windows: [],
  terms: [],
  holidays: [],
};

/** Reads all sheets, faults included. */
export function readFiles(sheets: readonly Sheet[], existing: Existing, mapping: Mapping = noMapping): ReadFiles {
  const read: [Form, ReadRows<Columns>][] = [];
  const byForm = new Map<Form | 'none' | undefined, Sheet[]>();
  for (const sheet of sheets) {
    const form = formOf(sheet, mapping);
    byForm.set(form, [...(byForm.get(form) ?? []), sheet]);
  }
  const rowsOf = <C extends Columns>(form: Form, columns: C): readonly Row<C>[] =>
    (byForm.get(form) ?? []).flatMap((sheet) => {
      const found = readRows(sheet, columns, saidOf(form, mapping));
      read.push([form, found]);
      return found.rows;
    });

  const groups = rowsOf('groups', formats.groups);
  const told: readonly Told[] = [
    homeSchoolRecords(rowsOf('home-schools', formats['home-schools'])),
    staffRecords(rowsOf('staff', formats.staff)),
    studentRecords(rowsOf('students', formats.students)),
    guardianRecords(rowsOf('guardians', formats.guardians)),
    contactRecords(rowsOf('contacts', formats.contacts)),
    groupRecords(groups),
    gridRecords(rowsOf('grids', formats.grids)),
    memberRecords(rowsOf('members', formats.members)),
    courseRecords(rowsOf('courses', formats.courses), minutesOfGroups(groups, existing)),
    windowRecords(rowsOf('windows', formats.windows)),
    termRecords(rowsOf('terms', formats.terms)),
    holidayRecords(rowsOf('holidays', formats.holidays)),
  ];
  return {
    records: told.flatMap(({ records }) => records),
    problems: [
      ...(byForm.get(undefined) ?? []).map(unknownSheet),
      ...read.flatMap(([, one]) => one.problems),
      ...told.flatMap((one) => one.problems),
    ],
    broken: brokenOf(read),
    governed: governedBy(told.flatMap(({ records }) => records)),
    ended: told.flatMap(({ ended = [] }) => ended),
  };
}

/** What was said of the headings of a form. */
export const saidOf = (form: Form, mapping: Mapping): Said =>
  new Map(mapping.headings.filter((one) => one.form === form).map(({ heading, column }) => [plain(heading), column]));

const unknownSheet = ({ file, title }: Sheet): ImportProblem => ({
  ...{ file, line: 1, column: '', code: 'file-unknown', value: title },
  params: { names: Object.keys(formats).join(', ') },
});

type GroupRows = readonly Row<(typeof formats)['groups']>[];

/** How long an hour of a group's grid is: as the file says, otherwise as the database has it; 0 without a grid. */
function minutesOfGroups(rows: GroupRows, existing: Existing): (group: string) => number | undefined {
  const minutes = new Map<string, number>();
  for (const { kind, key } of existing.records.values()) if (kind === 'group') minutes.set(key, 0);
  for (const { kind, key, fields } of existing.records.values())
    if (kind === 'grid-place') minutes.set(key.split('|')[0] ?? '', Number(fields.minutes));
  for (const { values } of rows)
    if (values.minutes !== undefined) minutes.set(values.id, values.minutes);
    else if (!minutes.has(values.id)) minutes.set(values.id, 0);
  return (group) => minutes.get(group);
}

function brokenOf(read: readonly (readonly [Form, ReadRows<Columns>])[]): Broken {
  const blind = read.filter(
    ([, { rows, problems, brokenKeys }]) => rows.length + brokenKeys.length === 0 && problems.length > 0,
  );
  return {
    kinds: new Set(blind.flatMap(([name]) => madeKnown[name])),
    keys: new Set(read.flatMap(([, { brokenKeys }]) => brokenKeys)),
  };
}

/** The columns that tell all that belongs to an owner; a file without the column leaves it as it is. */
const telling: readonly (readonly [column: string, kinds: readonly Kind[]])[] = [
  ['roles', ['role']],
  ['groups', ['member', 'subgroup-member']],
  ['students', ['guardianship']],
  ['hours', ['grid-place']],
  ['tutors', ['tutor']],
  ['address', ['channel']],
];

function governedBy(records: readonly Sourced[]): Governed {
  const governed = new Set<string>();
  for (const { row } of records) {
    if (row.isPartial) continue;
    const values: Readonly<Record<string, unknown>> = row.values;
    const owner = values.id ?? values.group ?? values.person;
    for (const [column, kinds] of telling)
      if (values[column] !== undefined && typeof owner === 'string')
        for (const kind of kinds) governed.add(`${kind}:${owner}`);
  }
  return governed;
}
