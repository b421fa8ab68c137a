import type { ImportProblem } from '../domain/importProblem.ts';
import { keyOf } from '../domain/records.ts';
import type { guardianColumns, homeSchoolColumns, staffColumns, studentColumns } from '../forms/formats.ts';
import type { Row } from '../forms/rows.ts';
import { type Sourced, stated, type Told, told } from './sourced.ts';

type StaffRow = Row<typeof staffColumns>;
type StudentRow = Row<typeof studentColumns>;
type GuardianRow = Row<typeof guardianColumns>;

export const homeSchoolRecords = (rows: readonly Row<typeof homeSchoolColumns>[]): Told =>
  told(
    rows.map((row) => {
      const { id, name, zone } = row.values;
      return { record: { kind: 'home-school', key: id, fields: { name, zone } }, row, needs: [], unique: 'id' };
    }),
  );

function personOf(row: StaffRow | StudentRow | GuardianRow): Sourced {
  const { id, givenName, familyName, middleName, language, zone, email, phone, quietHours, isActive } = row.values;
  const names = { givenName, familyName, middleName, language, zone, email, phone, quietHours, isActive };
  const online = 'internet' in row.values ? { internet: row.values.internet, device: row.values.device } : {};
  return { record: { kind: 'person', key: id, fields: stated({ ...names, ...online }) }, row, needs: [] };
}

/** Roles that have a place of work; the others reach everything, or what follows from groups and courses. */
const placed: readonly string[] = ['coordinator', 'head', 'lead-tutor', 'psychologist'];

export function staffRecords(rows: readonly StaffRow[]): Told {
  const problems = rows.flatMap((row) =>
    row.values.homeSchool && !(row.values.roles ?? []).some((role) => placed.includes(role))
      ? [row.fault('homeSchool', 'home-school-without-role')]
      : [],
  );
  return told([...rows.map(personOf), ...rows.flatMap(rolesOf)], problems);
}

function rolesOf(row: StaffRow): Sourced[] {
  const { id, roles = [], homeSchool = null } = row.values;
  return roles.map((role): Sourced => {
    const place = placed.includes(role) ? homeSchool : null;
    return {
      record: { kind: 'role', key: keyOf(id, role, place), owner: id, fields: {} },
      row,
      needs: place === null ? [] : [{ kind: 'home-school', key: place, column: 'homeSchool' }],
    };
  });
}

export function studentRecords(rows: readonly StudentRow[]): Told {
  const parts = rows.map(partsOf);
  return told(
    [...rows.map(personOf), ...rows.flatMap(enrolment), ...parts.flatMap((part) => part.records)],
    parts.flatMap((part) => part.problems),
  );
}

function enrolment(row: StudentRow): Sourced[] {
  const { id, homeSchool, grade, bornOn, groups = [] } = row.values;
  const student: Sourced = {
    record: { kind: 'student', key: id, fields: stated({ homeSchool, grade, bornOn }) },
    row,
    needs: [{ kind: 'home-school', key: homeSchool, column: 'homeSchool' }],
    unique: 'id',
  };
  const member = (group: string): Sourced => ({
    record: { kind: 'member', key: keyOf(id, group), owner: id, fields: {} },
    row,
    needs: [{ kind: 'group', key: group, column: 'groups' }],
  });
  return [student, ...groups.map(member)];
}

/** Subgroups named by a student: they come into being by being named. */
function partsOf(row: StudentRow): Told {
  const { id, groups = [], subgroups = [] } = row.values;
  const found = subgroups.map((text) => placeOf(row, text, groups));
  const records = found.flatMap((place): Sourced[] => {
    if ('code' in place) return [];
    const { group, name } = place;
    return [
      { record: { kind: 'subgroup', key: keyOf(group, name), fields: {} }, row, needs: [] },
      { record: { kind: 'subgroup-member', key: keyOf(id, group, name), owner: id, fields: {} }, row, needs: [] },
    ];
  });
  return told(
    records,
    found.flatMap((place) => ('code' in place ? [place] : [])),
  );
}

function placeOf(
  row: StudentRow,
  text: string,
  groups: readonly string[],
): { readonly group: string; readonly name: string } | ImportProblem {
  const [first = '', second, ...more] = text.split('/').map((part) => part.trim());
  const [only] = groups;
  if (more.length > 0 || first === '' || second === '') return row.fault('subgroups', 'subgroup-form');
  if (second !== undefined)
    return groups.includes(first)
      ? { group: first, name: second }
      : row.fault('subgroups', 'subgroup-of-other-group', { group: first });
  if (only === undefined) return row.fault('subgroups', 'subgroup-needs-group');
  return groups.length === 1 ? { group: only, name: first } : row.fault('subgroups', 'subgroup-ambiguous');
}

export function guardianRecords(rows: readonly GuardianRow[]): Told {
  const held = rows.flatMap((row) => row.values.students.map((student) => guardianship(row, student)));
  const selves = rows.filter((row) => row.values.students.includes(row.values.id));
  return told(
    [...rows.map(personOf), ...held],
    selves.map((row) => row.fault('students', 'guards-self')),
  );
}

const guardianship = (row: GuardianRow, student: string): Sourced => {
  const { id, relation, maySee, mayAct } = row.values;
  return {
    record: { kind: 'guardianship', key: keyOf(id, student), owner: id, fields: stated({ relation, maySee, mayAct }) },
    row,
    needs: [{ kind: 'student', key: student, column: 'students' }],
  };
};
