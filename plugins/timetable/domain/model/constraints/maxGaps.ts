import type { ConstraintBase, Evaluate } from '../view.ts';
import { gapCount, resourceCase, weeksOf } from './dayFacts.ts';

/** Each resource has at most `gaps` free hours between its lessons, per day or per week (FET: max gaps). */
export interface MaxGaps extends ConstraintBase {
  readonly kind: 'max-gaps';
  readonly resources: readonly string[];
  readonly per: 'day' | 'week';
  readonly gaps: number;
}

/** The amount is the gaps above the limit. */
export const evaluateMaxGaps: Evaluate<MaxGaps> = (rule, view) =>
  rule.resources.flatMap((resource) =>
    weeksOf(resource, view).flatMap((week) => {
      const perDay = week.map(gapCount);
      if (rule.per === 'week') {
        const gaps = perDay.reduce((sum, count) => sum + count, 0);
        return resourceCase(resource, gaps - rule.gaps, { gaps, limit: rule.gaps }, view);
      }
      return week.flatMap((day, index) => {
        const gaps = perDay[index] ?? 0;
        return resourceCase(resource, gaps - rule.gaps, { day: day.label, gaps, limit: rule.gaps }, view);
      });
    }),
  );
