import type { Assignment } from './assignment.ts';
import { moveEffect } from './moveEffect.ts';
import type { Problem } from './problem.ts';
import type { Case } from './score.ts';

/** A hard constraint that would get worse, with who and what is in the way. */
export interface Blocker {
  readonly id: string;
  readonly kind: string;
  readonly change: number;
  /** Other activities in the cases that the move would cause or make worse. */
  readonly activities: readonly string[];
  readonly resources: readonly string[];
  readonly cases: readonly Case[];
}

/**
 * Why an activity cannot be held at a place: every hard constraint whose cost would rise if it moved there and nothing else
 * did. Empty means that the move is legal.
 */
export function whyNot(
  problem: Problem,
  assignment: Assignment,
  activity: string,
  place: string,
  room?: string | null,
): Blocker[] {
  return moveEffect(problem, assignment, activity, place, room)
    .byConstraint.filter((one) => one.hard && one.change > 0)
    .map(({ id, kind, change, before, after }) => {
      const known = new Map((before?.cases ?? []).map((one) => [keyOf(one), one.amount]));
      const cases = (after?.cases ?? []).filter((one) => one.amount > (known.get(keyOf(one)) ?? 0));
      const activities = new Set(cases.flatMap((one) => one.activities));
      activities.delete(activity);
      const resources = new Set(cases.map((one) => one.detail.resource).filter((one) => typeof one === 'string'));
      return { id, kind, change, activities: [...activities], resources: [...resources], cases };
    });
}

/** Two cases are the same one when they are about the same activities, resource, day and atom. */
function keyOf({ activities, detail }: Case): string {
  return JSON.stringify([[...activities].sort(), detail.resource, detail.day, detail.atom]);
}
