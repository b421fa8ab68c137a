import type { ConstraintBase, Evaluate } from '../view.ts';
import { resourceCase, weeksOf } from './dayFacts.ts';

/** Each resource is busy in the cells [from, to) on at most `days` days of a week (FET: interval max days per week). */
export interface IntervalDays extends ConstraintBase {
  readonly kind: 'interval-days';
  readonly resources: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly days: number;
}

/** The amount is the days above the limit. */
export const evaluateIntervalDays: Evaluate<IntervalDays> = (rule, view) =>
  rule.resources.flatMap((resource) =>
    weeksOf(resource, view).flatMap((week) => {
      const days = week.filter((day) => day.busy.slice(rule.from, rule.to).includes(true)).length;
      return resourceCase(resource, days - rule.days, { days, limit: rule.days }, view);
    }),
  );
