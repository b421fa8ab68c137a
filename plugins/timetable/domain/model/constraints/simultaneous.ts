import type { ConstraintBase, Evaluate } from '../view.ts';

/** In each of the atoms at least `min` and at most `max` of the activities are held (FET: max / min simultaneous). */
export interface Simultaneous extends ConstraintBase {
  readonly kind: 'simultaneous';
  readonly activities: readonly string[];
  readonly atoms: readonly number[];
  readonly min: number;
  readonly max: number | null;
  /** An atom without any of them is fine, whatever `min` says. */
  readonly emptyAllowed: boolean;
  /** `case`: amount 1 per atom, as FET counts; `excess`: by how many activities. */
  readonly measure: 'case' | 'excess';
}

export const evaluateSimultaneous: Evaluate<Simultaneous> = (rule, view) => {
  const held = rule.activities.map((id) => view.at(id)).filter((here) => here !== undefined);
  return rule.atoms.flatMap((atom) => {
    const there = held.filter((here) => here.atoms.includes(atom));
    const missing = there.length === 0 && rule.emptyAllowed ? 0 : rule.min - there.length;
    const off = Math.max(0, missing, rule.max === null ? 0 : there.length - rule.max);
    const amount = rule.measure === 'case' ? Math.min(1, off) : off;
    if (amount === 0) return [];
    return [{ amount, activities: there.map((here) => here.activity.id), detail: { atom, count: there.length } }];
  });
};
