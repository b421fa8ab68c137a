import type { ImportProblem } from '../domain/importProblem.ts';
import { keyOf } from '../domain/records.ts';
import { type Window, windowsText } from '../domain/windows.ts';
import type { holidayColumns, termColumns, windowColumns } from '../forms/formats.ts';
import type { Row } from '../forms/rows.ts';
import { minutesOf } from '../forms/values.ts';
import { type Sourced, type Told, told } from './sourced.ts';

type WindowRow = Row<typeof windowColumns>;

/** The windows of a person and kind are one record, which every row repeats: they are replaced as a whole. */
export function windowRecords(rows: readonly WindowRow[]): Told {
  const byKey = new Map<string, WindowRow[]>();
  for (const row of rows) {
    const key = keyOf(row.values.person, row.values.kind);
    const own = byKey.get(key);
    if (own) own.push(row);
    else byKey.set(key, [row]);
  }
  const records = [...byKey].flatMap(([key, own]) => {
    const windows = windowsText(own.flatMap(windowsOf));
    return own.map(
      (row): Sourced => ({
        record: { kind: 'windows', key, fields: { windows } },
        row,
        needs: [{ kind: 'person', key: row.values.person, column: 'person' }],
      }),
    );
  });
  return told(records, [...rows.flatMap(reversed), ...[...byKey.values()].flatMap(overlapping)]);
}

const windowsOf = ({ values: { weekdays, from, to } }: WindowRow): Window[] =>
  weekdays.map((weekday) => ({ weekday, from, to }));

const reversed = (row: WindowRow): ImportProblem[] =>
  minutesOf(row.values.from) < minutesOf(row.values.to)
    ? []
    : [row.fault('to', 'window-reversed', { from: row.values.from })];

/** Rows that repeat part of an earlier row of the same person and kind. */
const overlapping = (rows: readonly WindowRow[]): ImportProblem[] =>
  rows.flatMap((row, at) => {
    const other = rows.slice(0, at).find((earlier) => overlap(earlier.values, row.values));
    return other ? [row.fault('from', 'windows-overlap', { otherLine: other.line })] : [];
  });

const overlap = (one: WindowRow['values'], other: WindowRow['values']): boolean =>
  one.weekdays.some((weekday) => other.weekdays.includes(weekday)) && one.from < other.to && other.from < one.to;

export const termRecords = (rows: readonly Row<typeof termColumns>[]): Told =>
  told(
    rows.map((row) => {
      const { id, name, startsOn, endsOn } = row.values;
      const fields = { name, startsOn, endsOn };
      return { record: { kind: 'term', key: id ?? name, fields }, row, needs: [], unique: 'name' };
    }),
    rows.flatMap((row) =>
      row.values.startsOn > row.values.endsOn
        ? [row.fault('endsOn', 'dates-reversed', { first: row.values.startsOn })]
        : [],
    ),
  );

export const holidayRecords = (rows: readonly Row<typeof holidayColumns>[]): Told =>
  told(
    rows.map((row) => {
      const { id, name, group = null, fromOn, untilOn } = row.values;
      const fields = { name, group, fromOn, untilOn: untilOn ?? fromOn };
      const key = id ?? keyOf(name, group);
      const needs = group === null ? [] : [{ kind: 'group', key: group, column: 'group' } as const];
      return { record: { kind: 'holiday', key, fields }, row, needs, unique: 'name' };
    }),
    rows.flatMap((row) =>
      row.values.untilOn && row.values.fromOn > row.values.untilOn
        ? [row.fault('untilOn', 'dates-reversed', { first: row.values.fromOn })]
        : [],
    ),
  );
