import type { ConstraintBase, Evaluate } from '../view.ts';
import { idsOf, placedPairs } from './pairs.ts';

/** No two of the activities are held at once (FET: activities not overlapping). */
export interface NotOverlapping extends ConstraintBase {
  readonly kind: 'not-overlapping';
  readonly activities: readonly string[];
}

/** Amount per pair: the atoms that both take. */
export const evaluateNotOverlapping: Evaluate<NotOverlapping> = (rule, view) =>
  placedPairs(rule.activities, view).flatMap(([first, second]) => {
    const taken = new Set(first.atoms);
    const shared = second.atoms.filter((atom) => taken.has(atom)).length;
    return shared === 0 ? [] : [{ amount: shared, activities: idsOf(first, second), detail: { shared } }];
  });
