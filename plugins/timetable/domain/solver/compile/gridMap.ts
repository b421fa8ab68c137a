import type { Problem } from '../../model/problem.ts';
import { at } from '../ints.ts';
import type { Options } from './options.ts';

/** Finds options by where they start. All answers are -1 when there is none. */
export interface GridMap {
  /** Place of a grid by day and hour. */
  placeAt(grid: number, day: number, hour: number): number;
  /** Option of an activity's list that starts at the place. */
  optionAt(activity: number, place: number): number;
}

export function gridMap(problem: Problem, options: Options): GridMap {
  const grids = new Map([...new Set(problem.places.map((place) => place.grid))].map((grid, index) => [grid, index]));
  const hours = 1 + Math.max(0, ...problem.places.map((place) => place.hour));
  const days = 1 + Math.max(0, ...problem.places.map((place) => place.day));
  const places = new Int32Array(grids.size * days * hours).fill(-1);
  for (const [index, place] of problem.places.entries()) {
    places[((grids.get(place.grid) ?? 0) * days + place.day) * hours + place.hour] = index;
  }
  const lists = options.listStart.length - 1;
  /** Each list has a table over the range of places that it spans: usually one grid. */
  const low = new Int32Array(lists);
  const base = new Int32Array(lists + 1);
  for (let list = 0; list < lists; list++) {
    const own = options.place.subarray(at(options.listStart, list), at(options.listStart, list + 1));
    low[list] = own.reduce((least, place) => Math.min(least, place), own[0] ?? 0);
    const high = own.reduce((most, place) => Math.max(most, place), (own[0] ?? 0) - 1);
    base[list + 1] = at(base, list) + high - at(low, list) + 1;
  }
  const table = new Int32Array(at(base, lists)).fill(-1);
  for (let list = 0; list < lists; list++) {
    for (let option = at(options.listStart, list); option < at(options.listStart, list + 1); option++) {
      table[at(base, list) + at(options.place, option) - at(low, list)] = option;
    }
  }
  return {
    placeAt: (grid, day, hour) => {
      if (hour < 0 || hour >= hours || day < 0 || day >= days) return -1;
      return at(places, (grid * days + day) * hours + hour);
    },
    optionAt: (activity, place) => {
      const list = at(options.listOf, activity);
      const index = at(base, list) + place - at(low, list);
      return place < at(low, list) || index >= at(base, list + 1) ? -1 : at(table, index);
    },
  };
}
