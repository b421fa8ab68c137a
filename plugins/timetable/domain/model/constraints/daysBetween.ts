import type { ConstraintBase, Evaluate } from '../view.ts';
import { daysApart, idsOf, placedPairs } from './pairs.ts';

/** Each pair of the activities is at least `min` and at most `max` days apart (FET: min / max days between activities). */
export interface DaysBetween extends ConstraintBase {
  readonly kind: 'days-between';
  readonly activities: readonly string[];
  readonly min: number;
  /** Null: no upper limit. */
  readonly max: number | null;
}

/** Amount per pair: the days that it is too close or too far apart. */
export const evaluateDaysBetween: Evaluate<DaysBetween> = (rule, view) =>
  placedPairs(rule.activities, view).flatMap(([first, second]) => {
    const days = daysApart(first, second);
    const amount = Math.max(0, rule.min - days, rule.max === null ? 0 : days - rule.max);
    return amount === 0 ? [] : [{ amount, activities: idsOf(first, second), detail: { days } }];
  });
