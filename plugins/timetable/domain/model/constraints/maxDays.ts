import type { ConstraintBase, Evaluate } from '../view.ts';
import { busyCount, resourceCase, weeksOf } from './dayFacts.ts';

/** Each resource has lessons on at most `days` days of a week (FET: max days per week). */
export interface MaxDays extends ConstraintBase {
  readonly kind: 'max-days';
  readonly resources: readonly string[];
  readonly days: number;
  /** `hours`: the amount is the hours on the least busy extra days (FET, teachers); `days`: the extra days (students). */
  readonly measure: 'hours' | 'days';
}

export const evaluateMaxDays: Evaluate<MaxDays> = (rule, view) =>
  rule.resources.flatMap((resource) =>
    weeksOf(resource, view).flatMap((week) => {
      const hours = week
        .map(busyCount)
        .filter((count) => count > 0)
        .sort((a, b) => a - b);
      const extra = hours.slice(0, Math.max(0, hours.length - rule.days));
      const amount = rule.measure === 'days' ? extra.length : extra.reduce((sum, count) => sum + count, 0);
      return resourceCase(resource, amount, { days: hours.length, limit: rule.days }, view);
    }),
  );
