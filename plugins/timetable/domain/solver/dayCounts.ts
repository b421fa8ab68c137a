import type { Compiled } from './compile/compiled.ts';
import { at } from './ints.ts';

/**
 * How busy each cell of each counted resource is, and a summary of each of its days, kept up to date move by move. Days are
 * summed up lazily: `change` marks them, `refresh` recounts the marked ones.
 */
export interface DayCounts {
  readonly busy: Int32Array;
  readonly hours: Int32Array;
  /** First and last busy cell of a day (global index); -1 when it is empty. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly gaps: Int32Array;
  change(activity: number, option: number, by: 1 | -1): void;
  refresh(): void;
}

export function dayCounts(compiled: Compiled): DayCounts {
  const { profiles } = compiled;
  const days = profiles.dayFrom.length;
  const busy = new Int32Array(profiles.closed.length);
  const hours = new Int32Array(days);
  const first = new Int32Array(days).fill(-1);
  const last = new Int32Array(days).fill(-1);
  const gaps = new Int32Array(days);
  const marked = new Int32Array(days);
  const queue = new Int32Array(days);
  let queued = 0;

  const change = (activity: number, option: number, by: 1 | -1): void => {
    const { ofActivity, rowOfOption, slots, cellsOf, cellBase, dayOfCell } = profiles;
    const base = at(rowOfOption, option);
    const end = at(ofActivity.start, activity + 1);
    for (let i = at(ofActivity.start, activity); i < end; i++) {
      const profile = at(ofActivity.values, i);
      const row = base + at(slots, i);
      const rowEnd = at(cellsOf.start, row + 1);
      for (let k = at(cellsOf.start, row); k < rowEnd; k++) {
        const cell = at(cellBase, profile) + at(cellsOf.values, k);
        busy[cell] = at(busy, cell) + by;
        const day = at(dayOfCell, cell);
        if (at(marked, day) === 1) continue;
        marked[day] = 1;
        queue[queued++] = day;
      }
    }
  };

  const recount = (day: number): void => {
    const to = at(profiles.dayTo, day);
    let count = 0;
    let from = -1;
    let until = -1;
    let idle = 0;
    let free = 0;
    for (let cell = at(profiles.dayFrom, day); cell < to; cell++) {
      if (at(busy, cell) > 0) {
        if (from < 0) from = cell;
        else idle += free;
        free = 0;
        until = cell;
        count += 1;
      } else if (at(profiles.closed, cell) === 0) {
        free += 1;
      }
    }
    hours[day] = count;
    first[day] = from;
    last[day] = until;
    gaps[day] = idle;
  };

  const refresh = (): void => {
    for (let i = 0; i < queued; i++) {
      const day = at(queue, i);
      marked[day] = 0;
      recount(day);
    }
    queued = 0;
  };
  return { busy, hours, first, last, gaps, change, refresh };
}
