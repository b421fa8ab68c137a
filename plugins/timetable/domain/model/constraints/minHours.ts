import type { ConstraintBase, Evaluate } from '../view.ts';
import { busyCount, resourceCase } from './dayFacts.ts';

/** Each resource has at least `hours` busy hours on a day (FET: min hours daily); empty days may be allowed. */
export interface MinHours extends ConstraintBase {
  readonly kind: 'min-hours';
  readonly resources: readonly string[];
  readonly hours: number;
  readonly emptyDays: boolean;
  /** `case`: amount 1 per short day (FET, teachers); `missing`: the hours below the limit (students). */
  readonly measure: 'case' | 'missing';
}

export const evaluateMinHours: Evaluate<MinHours> = (rule, view) =>
  rule.resources.flatMap((resource) =>
    view.days(resource).flatMap((day) => {
      const hours = busyCount(day);
      if (hours === 0 && rule.emptyDays) return [];
      const missing = Math.max(0, rule.hours - hours);
      const amount = rule.measure === 'case' ? Math.min(1, missing) : missing;
      return resourceCase(resource, amount, { day: day.label, hours, limit: rule.hours }, view);
    }),
  );
