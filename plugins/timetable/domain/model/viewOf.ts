import type { Assignment } from './assignment.ts';
import { isHard } from './constraint.ts';
import type { Problem } from './problem.ts';
import type { Resource } from './resource.ts';
import type { Placed, ResourceDay, TimetableView } from './view.ts';

/** An assignment names something that the problem does not have, or a start that the activity does not offer. */
export class ProblemError extends Error {}

/** Reads an assignment the way constraints do. Throws ProblemError for ids that the problem does not have. */
export function viewOf(problem: Problem, assignment: Assignment): TimetableView {
  const placed = placedIn(problem, assignment);
  const atActivity = new Map(placed.map((here) => [here.activity.id, here]));
  const resources = new Map(problem.resources.map((resource) => [resource.id, resource]));
  const users = usersOf(placed);
  const resource = (id: string): Resource => found(resources.get(id), `resource ${id}`);
  const breaks = new Set(problem.constraints.flatMap((rule) => (rule.kind === 'breaks' ? rule.atoms : [])));
  const breakCells = breakCellsOf(problem, breaks);
  const waived = new Set(
    problem.waivers.flatMap((w) => (w.kind === 'rule' ? [JSON.stringify([w.constraint, w.activity])] : [])),
  );
  const closedOf = closedAtoms(problem, breaks);
  const calendars = new Map(problem.calendars.map((calendar) => [calendar.id, calendar]));

  const known = new Map<string, ResourceDay[]>();
  const daysOf = (id: string): ResourceDay[] => {
    const busy = new Set((users.get(id) ?? []).flatMap((here) => here.atoms));
    const closed = closedOf(id);
    return found(calendars.get(resource(id).calendar), `calendar of ${id}`).days.map((day) => ({
      label: day.label,
      week: day.week,
      busy: day.cells.map((cell) => cell.atoms.some((atom) => busy.has(atom))),
      closed: day.cells.map((cell) => cell.atoms.every((atom) => closed.has(atom))),
    }));
  };
  const days = (id: string): ResourceDay[] => {
    const list = known.get(id) ?? daysOf(id);
    known.set(id, list);
    return list;
  };
  return {
    placed,
    at: (activity) => atActivity.get(activity),
    resource,
    days,
    users: (id) => users.get(id) ?? [],
    isBreak: (grid, day, hour) => breakCells.has(JSON.stringify([grid, day, hour])),
    isWaived: (constraint, activity) => waived.has(JSON.stringify([constraint, activity])),
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new ProblemError(`unknown ${what}`);
  return value;
}

function placedIn(problem: Problem, assignment: Assignment): Placed[] {
  const places = new Map(problem.places.map((place) => [place.id, place]));
  return problem.activities.flatMap((activity) => {
    const placement = assignment.get(activity.id);
    if (!placement) return [];
    const place = found(places.get(placement.place), `place ${placement.place}`);
    const option = activity.options.find((one) => one.place === place.id);
    const { atoms } = found(option, `start ${place.id} of activity ${activity.id}`);
    return [{ activity, place, end: place.hour + activity.duration, atoms, room: placement.room }];
  });
}

function usersOf(placed: readonly Placed[]): Map<string, Placed[]> {
  const users = new Map<string, Placed[]>();
  for (const here of placed) {
    const used = new Set(here.room === null ? here.activity.resources : [...here.activity.resources, here.room]);
    for (const id of used) {
      const list = users.get(id);
      if (list) list.push(here);
      else users.set(id, [here]);
    }
  }
  return users;
}

function breakCellsOf(problem: Problem, breaks: ReadonlySet<number>): Set<string> {
  const closed = problem.places.filter((place) => place.atoms.every((atom) => breaks.has(atom)));
  return new Set(closed.map((place) => JSON.stringify([place.grid, place.day, place.hour])));
}

/** Atoms in which a resource cannot be busy at all: breaks, and hard unavailability of its own. */
function closedAtoms(problem: Problem, breaks: ReadonlySet<number>): (resource: string) => ReadonlySet<number> {
  const own = new Map<string, Set<number>>();
  for (const rule of problem.constraints) {
    if (rule.kind !== 'unavailable' || !isHard(rule)) continue;
    own.set(rule.resource, new Set([...(own.get(rule.resource) ?? breaks), ...rule.atoms]));
  }
  return (resource) => own.get(resource) ?? breaks;
}
