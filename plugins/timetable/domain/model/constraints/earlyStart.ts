import type { ConstraintBase, Evaluate, ResourceDay } from '../view.ts';
import { resourceCase, weeksOf } from './dayFacts.ts';

/**
 * Each resource begins its days with the first open hour, at most `late` times a week with the second, never later
 * (FET: early max beginnings at second hour).
 */
export interface EarlyStart extends ConstraintBase {
  readonly kind: 'early-start';
  readonly resources: readonly string[];
  readonly late: number;
}

/** Amount 1 per day that begins after the second open hour, and the late beginnings above the limit. */
export const evaluateEarlyStart: Evaluate<EarlyStart> = (rule, view) =>
  rule.resources.flatMap((resource) =>
    weeksOf(resource, view).flatMap((week) => {
      const lost = week.map(openHoursLost);
      const late = lost.filter((hours) => hours > 0).length;
      const veryLate = week.flatMap((day, index) =>
        resourceCase(resource, (lost[index] ?? 0) > 1 ? 1 : 0, { day: day.label }, view),
      );
      return [...veryLate, ...resourceCase(resource, late - rule.late, { late, limit: rule.late }, view)];
    }),
  );

function openHoursLost(day: ResourceDay): number {
  const first = day.busy.indexOf(true);
  return day.closed.slice(0, Math.max(0, first)).filter((closed) => !closed).length;
}
