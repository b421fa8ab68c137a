import type { ConstraintBase, Evaluate } from '../view.ts';
import { idsOf, placedPairs } from './pairs.ts';

/** The activities start at the same time, on the same day, or at the same hour (FET: activities same starting ...). */
export interface SameStart extends ConstraintBase {
  readonly kind: 'same-start';
  readonly activities: readonly string[];
  readonly what: 'time' | 'day' | 'hour';
}

/** Amount 1 per pair that differs. */
export const evaluateSameStart: Evaluate<SameStart> = (rule, view) =>
  placedPairs(rule.activities, view).flatMap(([first, second]) => {
    const day = rule.what === 'hour' || first.place.day === second.place.day;
    const hour = rule.what === 'day' || first.place.hour === second.place.hour;
    return day && hour ? [] : [{ amount: 1, activities: idsOf(first, second), detail: {} }];
  });
