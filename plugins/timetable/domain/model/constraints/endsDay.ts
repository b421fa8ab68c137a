import type { ConstraintBase, Evaluate, Placed, TimetableView } from '../view.ts';

/** Each of the activities is the last of its day for its students (FET: activities end students day). */
export interface EndsDay extends ConstraintBase {
  readonly kind: 'ends-day';
  readonly activities: readonly string[];
}

/** Amount 1 per activity after which some of its students still have a lesson. */
export const evaluateEndsDay: Evaluate<EndsDay> = (rule, view) =>
  rule.activities.flatMap((id) => {
    const here = view.at(id);
    if (!here || view.isWaived(rule.id, id)) return [];
    const after = laterOnes(here, view);
    return after.length === 0 ? [] : [{ amount: 1, activities: [id, ...after], detail: { place: here.place.id } }];
  });

function laterOnes(here: Placed, view: TimetableView): string[] {
  const sets = here.activity.resources.filter((id) => view.resource(id).kind === 'students');
  const later = sets
    .flatMap((set) => view.users(set))
    .filter(({ place, end }) => place.grid === here.place.grid && place.day === here.place.day && end > here.end);
  return [...new Set(later.map((other) => other.activity.id))];
}
