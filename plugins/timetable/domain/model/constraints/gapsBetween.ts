import type { ConstraintBase, Evaluate } from '../view.ts';
import { idsOf, placedPairs } from './pairs.ts';

/** Two of the activities on one day have at least `min` hours between them (FET: min gaps between activities). */
export interface GapsBetween extends ConstraintBase {
  readonly kind: 'gaps-between';
  readonly activities: readonly string[];
  readonly min: number;
}

/** Amount per pair: the hours that are missing between them. */
export const evaluateGapsBetween: Evaluate<GapsBetween> = (rule, view) =>
  placedPairs(rule.activities, view).flatMap(([first, second]) => {
    if (first.place.day !== second.place.day) return [];
    const [early, late] = first.place.hour < second.place.hour ? [first, second] : [second, first];
    const missing = early.end + rule.min - late.place.hour;
    return missing <= 0 ? [] : [{ amount: missing, activities: idsOf(first, second), detail: { missing } }];
  });
