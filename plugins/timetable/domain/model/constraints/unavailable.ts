import type { ConstraintBase, Evaluate } from '../view.ts';

/**
 * The resource (person, set, room) cannot be used in these atoms. When hard, its gap rules step over cells that lie wholly
 * in them, as FET does for not-available times.
 */
export interface Unavailable extends ConstraintBase {
  readonly kind: 'unavailable';
  readonly resource: string;
  readonly atoms: readonly number[];
}

/** One case per activity in the way; the amount is its atoms there, times the sets that the resource stands for. */
export const evaluateUnavailable: Evaluate<Unavailable> = (rule, view) => {
  const closed = new Set(rule.atoms);
  const { copies } = view.resource(rule.resource);
  return view.users(rule.resource).flatMap(({ activity, atoms, place }) => {
    const inside = view.isWaived(rule.id, activity.id) ? 0 : atoms.filter((atom) => closed.has(atom)).length;
    if (inside === 0) return [];
    return [
      { amount: inside * copies, activities: [activity.id], detail: { resource: rule.resource, place: place.id } },
    ];
  });
};
