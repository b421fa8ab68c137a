import type { Placed, TimetableView } from '../view.ts';

/** Every pair of the listed activities that are placed, in list order. */
export function placedPairs(ids: readonly string[], view: TimetableView): [Placed, Placed][] {
  const placed = ids.map((id) => view.at(id)).filter((here) => here !== undefined);
  return placed.flatMap((first, index) => placed.slice(index + 1).map((second): [Placed, Placed] => [first, second]));
}

/** Days between two places of their grids, without sign. */
export const daysApart = (first: Placed, second: Placed): number => Math.abs(first.place.day - second.place.day);

/** Both ids, for a case. */
export const idsOf = (...placed: readonly Placed[]): string[] => placed.map((here) => here.activity.id);
