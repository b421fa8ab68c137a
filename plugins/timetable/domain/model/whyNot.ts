import type { Assignment } from './assignment.ts';
import { evaluate } from './evaluate.ts';
import { neighbourhoodOf } from './neighbourhoodOf.ts';
import type { Problem } from './problem.ts';
import type { Case, ConstraintScore } from './score.ts';

/** A hard constraint that would get worse, with who and what is in the way. */
export interface Blocker {
  readonly id: string;
  readonly kind: string;
  /** How much dearer it gets: against now, or against the timetable without the activity, whichever is more. */
  readonly change: number;
  /** The constraint minds the activity being there; otherwise it only minds that it leaves the place where it is now. */
  readonly isThere: boolean;
  /** Other activities in the cases that the move would cause or make worse. */
  readonly activities: readonly string[];
  readonly resources: readonly string[];
  readonly cases: readonly Case[];
}

/**
 * Why an activity cannot be held at a place: every hard constraint that would be broken by its being there, even when the
 * same constraint is broken where it is now, and every one that minds its leaving. Empty means that the move is legal.
 */
export function whyNot(
  problem: Problem,
  assignment: Assignment,
  activity: string,
  place: string,
  room?: string | null,
): Blocker[] {
  const part = neighbourhoodOf(problem, activity);
  const without = new Map(assignment);
  without.delete(activity);
  const kept = room === undefined ? (assignment.get(activity)?.room ?? null) : room;
  const moved = new Map([...without, [activity, { place, room: kept }]]);
  const hardOf = (made: Assignment): Map<string, ConstraintScore> =>
    new Map(evaluate(part, made).byConstraint.flatMap((one) => (one.hard ? [[one.id, one]] : [])));
  const [before, absent] = [hardOf(assignment), hardOf(without)];
  return [...hardOf(moved).values()].flatMap(({ id, kind, cost, cases: after }): Blocker[] => {
    const isThere = cost > (absent.get(id)?.cost ?? 0);
    const since = isThere ? absent.get(id) : before.get(id);
    const change = Math.max(cost - (absent.get(id)?.cost ?? 0), cost - (before.get(id)?.cost ?? 0));
    if (change <= 0) return [];
    const known = new Map((since?.cases ?? []).map((one) => [keyOf(one), one.amount]));
    const cases = after.filter((one) => one.amount > (known.get(keyOf(one)) ?? 0));
    const activities = new Set(cases.flatMap((one) => one.activities));
    activities.delete(activity);
    const resources = new Set(cases.map((one) => one.detail.resource).filter((one) => typeof one === 'string'));
    return [{ id, kind, change, isThere, activities: [...activities], resources: [...resources], cases }];
  });
}

/** Two cases are the same one when they are about the same activities, resource, day and atom. */
function keyOf({ activities, detail }: Case): string {
  return JSON.stringify([[...activities].sort(), detail.resource, detail.day, detail.atom]);
}
