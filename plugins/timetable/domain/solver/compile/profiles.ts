import type { Calendar } from '../../model/calendar.ts';
import { isHard } from '../../model/constraint.ts';
import type { Problem } from '../../model/problem.ts';
import { at, type Rows, rowOf, rowsOf } from '../ints.ts';
import type { Names } from './names.ts';
import type { Options } from './options.ts';

/**
 * Resources whose days are counted (a profile each), flattened: cells of profile p begin at `cellBase[p]`, its days at
 * `dayBase[p]`. A day d (global index) has cells dayFrom[d] .. dayTo[d] - 1 (global indices).
 */
export interface Profiles {
  readonly count: number;
  /** Profile of a resource, or -1. */
  readonly of: Int32Array;
  readonly cellBase: Int32Array;
  readonly dayBase: Int32Array;
  readonly dayFrom: Int32Array;
  readonly dayTo: Int32Array;
  readonly dayOfCell: Int32Array;
  readonly weekOfDay: Int32Array;
  /** 1 for cells in which the resource cannot be busy at all. */
  readonly closed: Int32Array;
  readonly ofActivity: Rows;
  readonly calendarOf: Int32Array;
  /**
   * Cells (relative to a profile's base) that an option touches: row rowOfOption[option] + slot, the slot being that of the
   * profile among those of an activity (`slots`, in step with `ofActivity`). Only calendars that can meet an option have a row.
   */
  readonly cellsOf: Rows;
  readonly rowOfOption: Int32Array;
  readonly slots: Int32Array;
}

export function compileProfiles(problem: Problem, names: Names, options: Options): Profiles {
  const watched = [...new Set(problem.constraints.flatMap((rule) => ('resources' in rule ? rule.resources : [])))];
  const of = new Int32Array(problem.resources.length).fill(-1);
  for (const [profile, id] of watched.entries()) of[names.resource(id)] = profile;
  const calendarOf = Int32Array.from(watched, (id) =>
    names.calendar(problem.resources[names.resource(id)]?.calendar ?? ''),
  );
  const layout = watched.map((_, profile) => layoutOf(problem.calendars[at(calendarOf, profile)]));
  const closedIn = closedAtoms(problem);
  const cells = layout.map((days) => days.flatMap((day) => day.cells));
  const ofActivity = rowsOf(
    problem.activities.map((activity) =>
      [...new Set(activity.resources)].map((id) => at(of, names.resource(id))).filter((profile) => profile >= 0),
    ),
  );
  const dayBase = rowsOf(layout.map((days) => days.map(() => 0))).start;
  const cellBase = rowsOf(cells.map((list) => list.map(() => 0))).start;
  const days = layout.flat();
  const dayTo = rowsOf(days.map((day) => day.cells.map(() => 0))).start.slice(1);
  return {
    count: watched.length,
    of,
    cellBase,
    dayBase,
    dayFrom: Int32Array.from(days, (day, index) => at(dayTo, index) - day.cells.length),
    dayTo,
    dayOfCell: Int32Array.from(days.flatMap((day, index) => day.cells.map(() => index))),
    weekOfDay: Int32Array.from(days, (day) => day.week),
    closed: Int32Array.from(
      cells.flatMap((list, profile) => {
        const closed = closedIn(watched[profile] ?? '');
        return list.map((atoms) => (atoms.every((atom) => closed.has(atom)) ? 1 : 0));
      }),
    ),
    ofActivity,
    calendarOf,
    ...touchedCells(problem.calendars, options, ofActivity, calendarOf),
  };
}

interface DayLayout {
  readonly week: number;
  readonly cells: readonly (readonly number[])[];
}

const layoutOf = (calendar: Calendar | undefined): DayLayout[] =>
  (calendar?.days ?? []).map((day) => ({ week: day.week, cells: day.cells.map((cell) => cell.atoms) }));

function closedAtoms(problem: Problem): (resource: string) => ReadonlySet<number> {
  const breaks = problem.constraints.flatMap((rule) => (rule.kind === 'breaks' ? rule.atoms : []));
  const own = new Map<string, number[]>();
  for (const rule of problem.constraints) {
    if (rule.kind === 'unavailable' && isHard(rule))
      own.set(rule.resource, [...(own.get(rule.resource) ?? []), ...rule.atoms]);
  }
  return (resource) => new Set([...breaks, ...(own.get(resource) ?? [])]);
}

function touchedCells(
  calendars: readonly Calendar[],
  options: Options,
  ofActivity: Rows,
  calendarOf: Int32Array,
): Pick<Profiles, 'cellsOf' | 'rowOfOption' | 'slots'> {
  const cellOf = calendars.map((calendar) => {
    const cells = calendar.days.flatMap((day) => day.cells);
    return new Map(cells.flatMap((cell, index) => cell.atoms.map((atom) => [atom, index])));
  });
  const slotsOfList: Map<number, number>[] = Array.from({ length: options.listStart.length - 1 }, () => new Map());
  const slots = new Int32Array(ofActivity.values.length);
  for (let activity = 0; activity + 1 < ofActivity.start.length; activity++) {
    const own = slotsOfList[at(options.listOf, activity)] ?? new Map<number, number>();
    for (let i = at(ofActivity.start, activity); i < at(ofActivity.start, activity + 1); i++) {
      const calendar = at(calendarOf, at(ofActivity.values, i));
      const slot = own.get(calendar) ?? own.size;
      own.set(calendar, slot);
      slots[i] = slot;
    }
  }
  const rowOfOption = new Int32Array(options.count);
  const rows: number[][] = [];
  for (const [list, own] of slotsOfList.entries()) {
    for (let option = at(options.listStart, list); option < at(options.listStart, list + 1); option++) {
      const atoms = rowOf(options.atoms, option);
      rowOfOption[option] = rows.length;
      for (const calendar of own.keys())
        rows.push([...new Set(atoms.map((atom) => cellOf[calendar]?.get(atom) ?? -1))].filter((cell) => cell >= 0));
    }
  }
  return { cellsOf: rowsOf(rows), rowOfOption, slots };
}
