import type { ConstraintBase, Evaluate } from '../view.ts';
import { resourceCase, weeksOf } from './dayFacts.ts';

/** Between the last lesson of a day and the first of the next lie at least `hours` cells (FET: min resting hours). */
export interface MinRest extends ConstraintBase {
  readonly kind: 'min-rest';
  readonly resources: readonly string[];
  readonly hours: number;
  /** The first day of the week follows the last one. */
  readonly circular: boolean;
}

/** The amount is the hours that are missing. An empty day counts as rest. */
export const evaluateMinRest: Evaluate<MinRest> = (rule, view) =>
  rule.resources.flatMap((resource) =>
    weeksOf(resource, view).flatMap((week) =>
      week.flatMap((day, index) => {
        const next = week[index + 1] ?? (rule.circular ? week[0] : undefined);
        if (!next) return [];
        const evening = day.busy.length - 1 - day.busy.lastIndexOf(true);
        const first = next.busy.indexOf(true);
        const rest = evening + (first < 0 ? next.busy.length : first);
        return resourceCase(resource, rule.hours - rest, { day: day.label, rest, limit: rule.hours }, view);
      }),
    ),
  );
