import type { Problem } from '../../model/problem.ts';
import { ProblemError } from '../../model/viewOf.ts';

/** Integers for the ids of a problem. Lookups throw ProblemError for an unknown id. */
export interface Names {
  activity(id: string): number;
  resource(id: string): number;
  place(id: string): number;
  calendar(id: string): number;
}

export function namesOf(problem: Problem): Names {
  return {
    activity: indexed(problem.activities, 'activity'),
    resource: indexed(problem.resources, 'resource'),
    place: indexed(problem.places, 'place'),
    calendar: indexed(problem.calendars, 'calendar'),
  };
}

function indexed(items: readonly { readonly id: string }[], what: string): (id: string) => number {
  const index = new Map(items.map((item, at) => [item.id, at]));
  if (index.size < items.length) throw new ProblemError(`an id of ${what} occurs twice`);
  return (id) => {
    const at = index.get(id);
    if (at === undefined) throw new ProblemError(`unknown ${what} ${id}`);
    return at;
  };
}
