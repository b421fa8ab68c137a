import type { ConstraintBase, Evaluate } from '../view.ts';
import { busyCount, resourceCase, weeksOf } from './dayFacts.ts';

/** Each resource has lessons on at least `days` days of a week (FET: min days per week). The amount is the missing days. */
export interface MinDays extends ConstraintBase {
  readonly kind: 'min-days';
  readonly resources: readonly string[];
  readonly days: number;
}

export const evaluateMinDays: Evaluate<MinDays> = (rule, view) =>
  rule.resources.flatMap((resource) =>
    weeksOf(resource, view).flatMap((week) => {
      const days = week.filter((day) => busyCount(day) > 0).length;
      return resourceCase(resource, rule.days - days, { days, limit: rule.days }, view);
    }),
  );
