import type { courseColumns, groupColumns } from '../csv/formats.ts';
import type { Row } from '../csv/rows.ts';
import { minutesOf } from '../csv/values.ts';
import type { ImportProblem } from '../domain/importProblem.ts';
import { keyOf } from '../domain/records.ts';
import { type Sourced, stated, type Told, told } from './sourced.ts';

type GroupRow = Row<typeof groupColumns>;
type CourseRow = Row<typeof courseColumns>;

export const groupRecords = (rows: readonly GroupRow[]): Told =>
  told(
    rows.flatMap((row) => [groupOf(row), ...gridOf(row), ...tutorsOf(row)]),
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

const tutorsOf = (row: GroupRow): Sourced[] =>
  (row.values.tutors ?? []).map((tutor) => ({
    record: { kind: 'tutor', key: keyOf(row.values.id, tutor), owner: row.values.id, fields: {} },
    row,
    needs: [{ kind: 'person', key: tutor, column: 'tutors' }],
  }));

function hourFaults(row: GroupRow): ImportProblem[] {
  const { hours, minutes } = row.values;
  const starts = hours.map(minutesOf).toSorted((one, other) => one - other);
  const overlap = starts.some((start, at) => start + minutes > (starts[at + 1] ?? Number.POSITIVE_INFINITY));
  const late = starts.some((start) => start + minutes > 1440);
  return [
    ...(overlap ? [row.fault('hours', 'hours-overlap', { minutes })] : []),
    ...(late ? [row.fault('hours', 'hour-past-midnight', { minutes })] : []),
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
