import type { Assignment } from './assignment.ts';
import { evaluate } from './evaluate.ts';
import { neighbourhoodOf } from './neighbourhoodOf.ts';
import type { Problem } from './problem.ts';
import type { ConstraintScore } from './score.ts';

/** How much one constraint's cost changes by a move (below 0: it gets better), and how it stands before and after. */
export interface ConstraintChange {
  readonly id: string;
  readonly kind: string;
  readonly hard: boolean;
  readonly weight: number;
  readonly change: number;
  readonly before: ConstraintScore | null;
  readonly after: ConstraintScore | null;
}

export interface MoveEffect {
  readonly hard: number;
  readonly soft: number;
  readonly byConstraint: readonly ConstraintChange[];
}

/**
 * What moving (or first placing) one activity does to the score, constraint by constraint. Only the part of the problem that
 * the activity can affect is recounted. The room stays when it is left out.
 */
export function moveEffect(
  problem: Problem,
  assignment: Assignment,
  activity: string,
  place: string,
  room?: string | null,
): MoveEffect {
  const part = neighbourhoodOf(problem, activity);
  const moved = new Map(assignment);
  moved.set(activity, { place, room: room === undefined ? (assignment.get(activity)?.room ?? null) : room });
  const before = new Map(evaluate(part, assignment).byConstraint.map((one) => [one.id, one]));
  const after = new Map(evaluate(part, moved).byConstraint.map((one) => [one.id, one]));
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((id): ConstraintChange[] => {
    const was = before.get(id) ?? null;
    const is = after.get(id) ?? null;
    const any = is ?? was;
    const change = (is?.cost ?? 0) - (was?.cost ?? 0);
    if (!any || Math.abs(change) < 1e-9) return [];
    return [{ id, kind: any.kind, hard: any.hard, weight: any.weight, change, before: was, after: is }];
  });
  const sum = (hard: boolean): number =>
    changes.filter((one) => one.hard === hard).reduce((total, one) => total + one.change, 0);
  return { hard: sum(true), soft: sum(false), byConstraint: changes };
}
