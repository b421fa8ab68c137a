import type { ConstraintBase, Evaluate } from '../view.ts';
import { idsOf, placedPairs } from './pairs.ts';

/** Two of the activities on one day follow each other at once (FET: "consecutive if same day", hard whatever the weight). */
export interface JoinedIfSameDay extends ConstraintBase {
  readonly kind: 'joined-if-same-day';
  readonly activities: readonly string[];
}

/** Amount 1 per pair that is on one day but not adjacent. */
export const evaluateJoinedIfSameDay: Evaluate<JoinedIfSameDay> = (rule, view) =>
  placedPairs(rule.activities, view).flatMap(([first, second]) => {
    const apart = first.place.day !== second.place.day;
    const joined = first.end === second.place.hour || second.end === first.place.hour;
    return apart || joined ? [] : [{ amount: 1, activities: idsOf(first, second), detail: {} }];
  });
