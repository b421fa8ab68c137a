import type { Assignment, Placement } from '../model/assignment.ts';
import type { Compiled } from './compile/compiled.ts';
import { at } from './ints.ts';

/** The assignment that positions and rooms stand for. */
export function assignmentOf(compiled: Compiled, position: Int32Array, room: Int32Array): Assignment {
  const { problem, options, domains } = compiled;
  const placed = problem.activities.flatMap(({ id }, activity): [string, Placement][] => {
    const here = at(position, activity);
    if (here < 0) return [];
    const place = problem.places[at(options.place, at(domains.option, here))]?.id ?? '';
    return [[id, { place, room: problem.resources[at(room, activity)]?.id ?? null }]];
  });
  return new Map(placed);
}
