import type { ImportProblem } from '../domain/importProblem.ts';
import { keyOf, nameOf } from '../domain/records.ts';
import type { courseColumns, gridColumns, groupColumns, memberColumns } from '../forms/formats.ts';
import type { Row } from '../forms/rows.ts';
import { minutesOf } from '../forms/values.ts';
import { type Sourced, stated, type Told, told } from './sourced.ts';

type GroupRow = Row<typeof groupColumns>;
type CourseRow = Row<typeof courseColumns>;

export const groupRecords = (rows: readonly GroupRow[]): Told =>
  told(
    rows.flatMap((row) => [groupOf(row), ...gridOf(row), ...tutorsOf(row), ...subgroupsOf(row)]),
    rows.flatMap(hourFaults),
  );

function groupOf(row: GroupRow): Sourced {
  const { id, name, grade, zone, meetingUrl } = row.values;
  return {
    record: { kind: 'group', key: id, fields: stated({ name, grade, zone, meetingUrl }) },
    row,
    needs: [],
    unique: 'id',
  };
}

/** The hours of a day are numbered in the order of the clock. */
function gridOf(row: GroupRow): Sourced[] {
  const { id, days, hours, minutes } = row.values;
  if (!days || !hours || minutes === undefined) return [];
  return days.flatMap((weekday) =>
    hours.toSorted().map(
      (startsTime, at): Sourced => ({
        record: { kind: 'grid-place', key: keyOf(id, weekday, at + 1), owner: id, fields: { startsTime, minutes } },
        row,
        needs: [],
      }),
    ),
  );
}

type GridRow = Row<typeof gridColumns>;

/** The weeks of groups, each told by several rows; the hours of a day are numbered in the order of the clock. */
export function gridRecords(rows: readonly GridRow[]): Told {
  const starts = new Map<string, { row: GridRow; startsTime: string; minutes: number }[]>();
  for (const row of rows)
    for (const weekday of row.values.days)
      for (const startsTime of row.values.hours) {
        const day = keyOf(row.values.group, weekday);
        const places = starts.get(day) ?? [];
        places.push({ row, startsTime, minutes: row.values.minutes });
        starts.set(day, places);
      }
  const records: Sourced[] = [];
  const problems: ImportProblem[] = [];
  for (const [day, places] of starts) {
    places.sort((one, other) => (one.startsTime < other.startsTime ? -1 : 1));
    for (const [at, { row, startsTime, minutes }] of places.entries()) {
      const ends = minutesOf(startsTime) + minutes;
      const next = places[at + 1];
      if (next && ends > minutesOf(next.startsTime))
        problems.push(next.row.fault('hours', 'hours-overlap', { minutes }));
      if (ends > 1440) problems.push(row.fault('hours', 'hour-past-midnight', { minutes }));
      const { group } = row.values;
      const needs = [{ kind: 'group', key: group, column: 'group' }] as const;
      const fields = { startsTime, minutes };
      records.push({ record: { kind: 'grid-place', key: keyOf(day, at + 1), owner: group, fields }, row, needs });
    }
  }
  return told(records, problems);
}

const tutorsOf = (row: GroupRow): Sourced[] =>
  (row.values.tutors ?? []).map((tutor) => ({
    record: { kind: 'tutor', key: keyOf(row.values.id, tutor), owner: row.values.id, fields: {} },
    row,
    needs: [{ kind: 'person', key: tutor, column: 'tutors' }],
  }));

const subgroupsOf = (row: GroupRow): Sourced[] =>
  (row.values.subgroups ?? []).map((name) => ({
    record: { kind: 'subgroup', key: keyOf(row.values.id, name), fields: {} },
    row,
    needs: [],
  }));

function hourFaults(row: GroupRow): ImportProblem[] {
  const { days, hours, minutes } = row.values;
  const given = { days, hours, minutes };
  if (!days || !hours || minutes === undefined) {
    const isWithout = !days && !hours && minutes === undefined;
    const missing = (['days', 'hours', 'minutes'] as const).filter((name) => given[name] === undefined);
    return isWithout ? [] : missing.map((name) => row.fault(name, 'grid-incomplete'));
  }
  const starts = hours.map(minutesOf).toSorted((one, other) => one - other);
  const overlap = starts.some((start, at) => start + minutes > (starts[at + 1] ?? Number.POSITIVE_INFINITY));
  const late = starts.some((start) => start + minutes > 1440);
  return [
    ...(overlap ? [row.fault('hours', 'hours-overlap', { minutes })] : []),
    ...(late ? [row.fault('hours', 'hour-past-midnight', { minutes })] : []),
  ];
}

/** Who is in which group; a row may say that this is over. */
export function memberRecords(rows: readonly Row<typeof memberColumns>[]): Told {
  const going = rows.filter(({ values }) => values.ended === true);
  const staying = rows.filter(({ values }) => values.ended !== true);
  const endOf = ({ values: { student, group, subgroup } }: (typeof rows)[number]): string[] => [
    ...(subgroup ? [] : [nameOf({ kind: 'member', key: keyOf(student, group) })]),
    ...(subgroup ? [nameOf({ kind: 'subgroup-member', key: keyOf(student, group, subgroup) })] : []),
  ];
  return { ...told(staying.flatMap(membershipOf)), ended: going.flatMap(endOf) };
}

function membershipOf(row: Row<typeof memberColumns>): Sourced[] {
  const { student, group, subgroup } = row.values;
  const needs = [
    { kind: 'student', key: student, column: 'student' },
    { kind: 'group', key: group, column: 'group' },
  ] as const;
  const member: Sourced = { record: { kind: 'member', key: keyOf(student, group), fields: {} }, row, needs };
  if (!subgroup) return [member];
  return [
    member,
    { record: { kind: 'subgroup', key: keyOf(group, subgroup), fields: {} }, row, needs: [] },
    { record: { kind: 'subgroup-member', key: keyOf(student, group, subgroup), fields: {} }, row, needs: [] },
  ];
}

/**
 * Courses; `minutesOfGroup` tells how long an hour of a group's grid is, for rows that leave it out: 0 without a
 * grid, undefined for groups that are not known, which is reported elsewhere.
 */
export function courseRecords(rows: readonly CourseRow[], minutesOfGroup: (group: string) => number | undefined): Told {
  const records = rows.flatMap((row) => [subjectOf(row), courseOf(row, minutesOfGroup)]);
  const untimed = rows.filter((row) => !row.values.minutes && minutesOfGroup(row.values.group) === 0);
  return told(
    records,
    untimed.map((row) => row.fault('minutes', 'minutes-unknown', { group: row.values.group })),
  );
}

const subjectOf = (row: CourseRow): Sourced => ({
  record: { kind: 'subject', key: row.values.subject, fields: {} },
  row,
  needs: [],
});

function courseOf(row: CourseRow, minutesOfGroup: (group: string) => number | undefined): Sourced {
  const { id, group, subgroup = null, subject, teacher, lessons, minutes } = row.values;
  const lessonMinutes = minutes ?? minutesOfGroup(group);
  return {
    record: {
      kind: 'course',
      key: id ?? keyOf(group, subgroup, subject),
      fields: stated({ group, subgroup, subject, teacher, lessonsAWeek: lessons, lessonMinutes }),
    },
    row,
    needs: [
      { kind: 'group', key: group, column: 'group' },
      ...(subgroup ? [{ kind: 'subgroup', key: keyOf(group, subgroup), column: 'subgroup' } as const] : []),
      ...(teacher ? [{ kind: 'person', key: teacher, column: 'teacher' } as const] : []),
    ],
    unique: 'subject',
  };
}
