import { folded } from '../../host/folded.ts';
import type { ImportProblem } from '../domain/importProblem.ts';
import { type Window, windowsText } from '../domain/windows.ts';
import type { HoursColumns } from '../forms/hoursForm.ts';
import type { Row } from '../forms/rows.ts';

/** A student of the home school, with the hours that it has given until now. */
export interface Pupil {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly hours: readonly Window[];
}

export interface HoursChange {
  readonly personId: string;
  readonly name: string;
  readonly before: readonly Window[];
  readonly after: readonly Window[];
}

export interface HoursPlan {
  readonly changes: readonly HoursChange[];
  /** How many students stay as they are although the file names them. */
  readonly same: number;
  /** How many the file does not name: they stay too. */
  readonly unnamed: number;
  readonly problems: readonly ImportProblem[];
}

type HoursRow = Row<HoursColumns>;

const mostWindows = 100;

/** The words of a name in whatever order, without case and accents. */
const wordsOf = (name: string): string =>
  folded(name)
    .split(/[\s,]+/)
    .filter(Boolean)
    .toSorted()
    .join(' ');

/** Each student whom the file names gets exactly the hours that it says; with any fault nothing may be done. */
export function planHours(rows: readonly HoursRow[], pupils: readonly Pupil[]): HoursPlan {
  const problems: ImportProblem[] = [];
  const named = new Map<Pupil, HoursRow[]>();
  const find = finder(pupils);
  for (const row of rows) {
    const found = find(row.values.student);
    problems.push(...incomplete(row));
    if (typeof found === 'string') problems.push(row.fault('student', found));
    else named.set(found, [...(named.get(found) ?? []), row]);
  }
  const plans = [...named].map(([pupil, own]) => {
    problems.push(...own.flatMap((row, at) => overlap(row, own.slice(0, at))));
    const after = own.flatMap(windowsOf);
    if (after.length > mostWindows && own[0])
      problems.push(own[0].fault('student', 'hours-too-many', { most: mostWindows }));
    return { personId: pupil.id, name: pupil.name, before: pupil.hours, after: sorted(after) };
  });
  const changes = plans.filter(({ before, after }) => windowsText(before) !== windowsText(after));
  return { changes, same: plans.length - changes.length, unnamed: pupils.length - plans.length, problems };
}

/** By the school’s code, or by the name if only one student has it. */
function finder(pupils: readonly Pupil[]): (text: string) => Pupil | 'pupil-unknown' | 'pupil-ambiguous' {
  const byCode = new Map(pupils.flatMap((pupil) => (pupil.externalId ? [[pupil.externalId, pupil] as const] : [])));
  const byName = new Map<string, Pupil[]>();
  for (const pupil of pupils) {
    const words = wordsOf(pupil.name);
    byName.set(words, [...(byName.get(words) ?? []), pupil]);
  }
  return (text) => {
    const coded = byCode.get(text);
    if (coded) return coded;
    const [first, second] = byName.get(wordsOf(text)) ?? [];
    if (!first) return 'pupil-unknown';
    return second ? 'pupil-ambiguous' : first;
  };
}

const windowsOf = ({ values: { weekdays, from, to } }: HoursRow): Window[] =>
  weekdays && from && to ? weekdays.map((weekday) => ({ weekday, from, to })) : [];

/** All three of day, start and end, or none of them; the end after the start. */
function incomplete(row: HoursRow): ImportProblem[] {
  const { weekdays, from, to } = row.values;
  const given = [weekdays, from, to].filter(Boolean).length;
  if (given === 0) return [];
  if (given < 3)
    return (['weekdays', 'from', 'to'] as const).flatMap((name) =>
      row.values[name] ? [] : [row.fault(name, 'empty')],
    );
  return from && to && from >= to ? [row.fault('to', 'window-reversed', { from })] : [];
}

function overlap(row: HoursRow, earlier: readonly HoursRow[]): ImportProblem[] {
  const other = earlier.find((one) =>
    windowsOf(one).some((taken) =>
      windowsOf(row).some(({ weekday, from, to }) => weekday === taken.weekday && from < taken.to && taken.from < to),
    ),
  );
  return other ? [row.fault('from', 'windows-overlap', { otherLine: other.line })] : [];
}

const sorted = (windows: readonly Window[]): readonly Window[] =>
  windows.toSorted((one, other) => one.weekday - other.weekday || one.from.localeCompare(other.from));
