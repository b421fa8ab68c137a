import type { ConstraintBase, Evaluate } from '../view.ts';
import { busyRuns, resourceCase } from './dayFacts.ts';

/** Each resource has at most `hours` busy hours in a row (FET: max hours continuously, also with an activity tag). */
export interface MaxContinuous extends ConstraintBase {
  readonly kind: 'max-continuous';
  readonly resources: readonly string[];
  readonly hours: number;
  /** `case`: amount 1 per run above the limit, as FET counts; `excess`: the hours above it. */
  readonly measure: 'case' | 'excess';
}

export const evaluateMaxContinuous: Evaluate<MaxContinuous> = (rule, view) =>
  rule.resources.flatMap((resource) =>
    view.days(resource).flatMap((day) =>
      busyRuns(day).flatMap((hours) => {
        const excess = Math.max(0, hours - rule.hours);
        const amount = rule.measure === 'case' ? Math.min(1, excess) : excess;
        return resourceCase(resource, amount, { day: day.label, hours, limit: rule.hours }, view);
      }),
    ),
  );
