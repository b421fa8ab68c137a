import type { ConstraintBase, Evaluate } from '../view.ts';

/** Nothing is held in these atoms; gap rules step over them (FET: break times). */
export interface Breaks extends ConstraintBase {
  readonly kind: 'breaks';
  readonly atoms: readonly number[];
}

/** One case per activity in a break; the amount is the number of its atoms in breaks. */
export const evaluateBreaks: Evaluate<Breaks> = (rule, view) => {
  const closed = new Set(rule.atoms);
  return view.placed.flatMap(({ activity, atoms }) => {
    const inside = view.isWaived(rule.id, activity.id) ? 0 : atoms.filter((atom) => closed.has(atom)).length;
    return inside === 0 ? [] : [{ amount: inside, activities: [activity.id], detail: { inside } }];
  });
};
