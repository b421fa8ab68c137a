import type { Score } from '../model/score.ts';
import { type RuleName, ruleOf } from './explain.ts';

/** How much each rule costs, over everybody whom it concerns. */
export function scoreByRule(
  score: Score,
): readonly { readonly rule: RuleName; readonly hard: boolean; readonly cost: number }[] {
  const sums = new Map<RuleName, { readonly hard: boolean; cost: number }>();
  for (const part of score.byConstraint) {
    const rule = ruleOf(part);
    const sum = sums.get(rule);
    if (sum) sum.cost += part.cost;
    else sums.set(rule, { hard: part.hard, cost: part.cost });
  }
  return [...sums].map(([rule, sum]) => ({ rule, ...sum }));
}
