import type { ConstraintBase, Evaluate } from '../view.ts';

/** Each of the activities starts in one of the places (FET: preferred starting time, times, day). */
export interface AllowedStarts extends ConstraintBase {
  readonly kind: 'allowed-starts';
  readonly activities: readonly string[];
  readonly places: readonly string[];
}

/** One case of amount 1 per activity that starts elsewhere, as FET counts it. */
export const evaluateAllowedStarts: Evaluate<AllowedStarts> = (rule, view) => {
  const allowed = new Set(rule.places);
  return rule.activities.flatMap((id) => {
    const here = view.at(id);
    if (!here || allowed.has(here.place.id) || view.isWaived(rule.id, id)) return [];
    return [{ amount: 1, activities: [id], detail: { is: here.place.id } }];
  });
};
