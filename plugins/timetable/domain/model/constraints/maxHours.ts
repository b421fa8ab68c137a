import type { ConstraintBase, Evaluate } from '../view.ts';
import { busyCount, resourceCase } from './dayFacts.ts';

/** Each resource has at most `hours` busy hours on any day (FET: max hours daily, also with an activity tag). */
export interface MaxHours extends ConstraintBase {
  readonly kind: 'max-hours';
  readonly resources: readonly string[];
  readonly hours: number;
  /** `case`: amount 1 per day above the limit, as FET counts; `excess`: the hours above it. */
  readonly measure: 'case' | 'excess';
}

export const evaluateMaxHours: Evaluate<MaxHours> = (rule, view) =>
  rule.resources.flatMap((resource) =>
    view.days(resource).flatMap((day) => {
      const hours = busyCount(day);
      const excess = Math.max(0, hours - rule.hours);
      const amount = rule.measure === 'case' ? Math.min(1, excess) : excess;
      return resourceCase(resource, amount, { day: day.label, hours, limit: rule.hours }, view);
    }),
  );
