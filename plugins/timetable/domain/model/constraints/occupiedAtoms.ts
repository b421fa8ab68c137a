import type { ConstraintBase, Evaluate } from '../view.ts';

/** Together the activities occupy at least `min` and at most `max` of the atoms (FET: occupy max / min time slots). */
export interface OccupiedAtoms extends ConstraintBase {
  readonly kind: 'occupied-atoms';
  readonly activities: readonly string[];
  readonly atoms: readonly number[];
  readonly min: number;
  readonly max: number | null;
  /** `case`: amount 1 when broken, as FET counts; `excess`: by how many atoms. */
  readonly measure: 'case' | 'excess';
}

export const evaluateOccupiedAtoms: Evaluate<OccupiedAtoms> = (rule, view) => {
  const selected = new Set(rule.atoms);
  const used = new Set(rule.activities.flatMap((id) => view.at(id)?.atoms ?? []).filter((atom) => selected.has(atom)))
    .size;
  const off = Math.max(0, rule.min - used, rule.max === null ? 0 : used - rule.max);
  const amount = rule.measure === 'case' ? Math.min(1, off) : off;
  return amount === 0 ? [] : [{ amount, activities: rule.activities, detail: { used } }];
};
