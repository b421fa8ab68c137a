import type { ConstraintBase, Evaluate } from '../view.ts';
import { resourceCase, weeksOf } from './dayFacts.ts';

/** From first to last lesson a day of each resource takes at most `hours` (FET: max span per day). */
export interface MaxSpan extends ConstraintBase {
  readonly kind: 'max-span';
  readonly resources: readonly string[];
  readonly hours: number;
  /** One day of a week may be an hour longer. */
  readonly oneLonger: boolean;
}

/** The amount is the hours above the limit. */
export const evaluateMaxSpan: Evaluate<MaxSpan> = (rule, view) =>
  rule.resources.flatMap((resource) =>
    weeksOf(resource, view).flatMap((week) => {
      let spare = rule.oneLonger;
      return week.flatMap((day) => {
        const span = day.busy.lastIndexOf(true) - day.busy.indexOf(true) + (day.busy.includes(true) ? 1 : 0);
        if (spare && span === rule.hours + 1) {
          spare = false;
          return [];
        }
        return resourceCase(resource, span - rule.hours, { day: day.label, span, limit: rule.hours }, view);
      });
    }),
  );
