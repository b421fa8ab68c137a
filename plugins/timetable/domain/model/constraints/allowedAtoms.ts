import type { ConstraintBase, Evaluate } from '../view.ts';

/** Each of the activities lies wholly inside the atoms (FET: preferred time slots). */
export interface AllowedAtoms extends ConstraintBase {
  readonly kind: 'allowed-atoms';
  readonly activities: readonly string[];
  readonly atoms: readonly number[];
}

/** One case per activity that sticks out; the amount is the number of atoms outside. */
export const evaluateAllowedAtoms: Evaluate<AllowedAtoms> = (rule, view) => {
  const allowed = new Set(rule.atoms);
  return rule.activities.flatMap((id) => {
    const here = view.at(id);
    if (!here || view.isWaived(rule.id, id)) return [];
    const outside = here.atoms.filter((atom) => !allowed.has(atom)).length;
    return outside === 0 ? [] : [{ amount: outside, activities: [id], detail: { outside } }];
  });
};
