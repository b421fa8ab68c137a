import { isHard } from '../../model/constraint.ts';
import type { Problem } from '../../model/problem.ts';
import { charge } from './domains.ts';
import type { Names } from './names.ts';
import type { UnaryRule } from './unary.ts';

/**
 * Candidate rooms by activity: `start[a]` .. `start[a + 1] - 1` are its seats; `room` is the resource of a seat. As with
 * starts, rooms that a hard rule forbids are left out unless all are. `closedHard` and `closedSoft` charge a room in an atom
 * (index room * atoms + atom); null when no room is ever closed.
 */
export interface Seats {
  readonly start: Int32Array;
  readonly room: Int32Array;
  readonly hard: Int32Array;
  readonly soft: Float64Array;
  readonly closedHard: Int32Array | null;
  readonly closedSoft: Float64Array | null;
  /** What an activity without a candidate room is charged for having none. */
  readonly noneHard: Int32Array;
  readonly noneSoft: Float64Array;
}

export function compileSeats(problem: Problem, names: Names, rulesOf: readonly (readonly UnaryRule[])[]): Seats {
  const count = problem.activities.length;
  const start = new Int32Array(count + 1);
  const noneHard = new Int32Array(count);
  const noneSoft = new Float64Array(count);
  const room: number[] = [];
  const hard: number[] = [];
  const soft: number[] = [];
  for (const [index, activity] of problem.activities.entries()) {
    const rules = rulesOf[index] ?? [];
    const charges = activity.rooms.map((id) => ({ id, ...charge(rules, (rule) => rule.ofRoom(id)) }));
    const least = charges.reduce((low, one) => Math.min(low, one.hard), Number.POSITIVE_INFINITY);
    for (const one of charges.filter((candidate) => candidate.hard === least)) {
      room.push(names.resource(one.id));
      hard.push(one.hard);
      soft.push(one.soft);
    }
    if (charges.length === 0) {
      const none = charge(rules, (rule) => rule.ofRoom(''));
      noneHard[index] = none.hard;
      noneSoft[index] = none.soft;
    }
    start[index + 1] = room.length;
  }
  const costs = { hard: Int32Array.from(hard), soft: Float64Array.from(soft), noneHard, noneSoft };
  return { start, room: Int32Array.from(room), ...costs, ...closures(problem, names) };
}

function closures(problem: Problem, names: Names): Pick<Seats, 'closedHard' | 'closedSoft'> {
  const rooms = new Set(
    problem.resources.filter((resource) => resource.kind === 'room').map((resource) => resource.id),
  );
  const rules = problem.constraints
    .filter((rule) => rule.kind === 'unavailable')
    .filter((rule) => rooms.has(rule.resource));
  if (rules.length === 0) return { closedHard: null, closedSoft: null };
  const closedHard = new Int32Array(problem.resources.length * problem.atoms);
  const closedSoft = new Float64Array(problem.resources.length * problem.atoms);
  for (const rule of rules) {
    for (const atom of new Set(rule.atoms)) {
      const index = names.resource(rule.resource) * problem.atoms + atom;
      if (isHard(rule)) closedHard[index] = (closedHard[index] ?? 0) + 1;
      else closedSoft[index] = (closedSoft[index] ?? 0) + rule.weight / 100;
    }
  }
  return { closedHard, closedSoft };
}
