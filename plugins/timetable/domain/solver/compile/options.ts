import type { StartOption } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { type Rows, rowsOf } from '../ints.ts';
import type { Names } from './names.ts';

/**
 * Every start that any activity may take, once. Activities that share a list of options share it here too: `listOf` says
 * which list an activity has, `listStart` where the options of a list begin.
 */
export interface Options {
  readonly count: number;
  readonly place: Int32Array;
  readonly grid: Int32Array;
  readonly day: Int32Array;
  readonly hour: Int32Array;
  readonly atoms: Rows;
  readonly listOf: Int32Array;
  readonly listStart: Int32Array;
}

export function compileOptions(problem: Problem, names: Names): Options {
  const lists = new Map<readonly StartOption[], number>();
  const listOf = Int32Array.from(problem.activities, ({ options }) => {
    const known = lists.get(options) ?? lists.size;
    lists.set(options, known);
    return known;
  });
  const starts = [...lists.keys()];
  const options = starts.flat();
  const places = options.map((option) => names.place(option.place));
  const grids = new Map([...new Set(problem.places.map((place) => place.grid))].map((grid, index) => [grid, index]));
  const placeOf = (index: number) => problem.places[index];
  return {
    count: options.length,
    place: Int32Array.from(places),
    grid: Int32Array.from(places, (place) => grids.get(placeOf(place)?.grid ?? '') ?? 0),
    day: Int32Array.from(places, (place) => placeOf(place)?.day ?? 0),
    hour: Int32Array.from(places, (place) => placeOf(place)?.hour ?? 0),
    atoms: rowsOf(options.map((option) => option.atoms)),
    listOf,
    listStart: rowsOf(starts.map((list) => list.map(() => 0))).start,
  };
}
