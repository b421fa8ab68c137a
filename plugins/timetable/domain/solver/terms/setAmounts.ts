import type { OccupiedAtoms } from '../../model/constraints/occupiedAtoms.ts';
import type { Simultaneous } from '../../model/constraints/simultaneous.ts';
import { at } from '../ints.ts';
import type { Present } from './term.ts';

/** How many of the activities are held in each selected atom; -1 for atoms that are not selected. */
function tally(rule: OccupiedAtoms | Simultaneous, activities: readonly number[], present: Present): () => Int32Array {
  const { atoms } = present.compiled.options;
  const template = new Int32Array(present.compiled.atoms).fill(-1);
  for (const atom of rule.atoms) template[atom] = 0;
  const counts = template.slice();
  return () => {
    counts.set(template);
    for (const activity of activities) {
      const option = at(present.optionOf, activity);
      if (option < 0) continue;
      for (let i = at(atoms.start, option); i < at(atoms.start, option + 1); i++) {
        const atom = at(atoms.values, i);
        if (at(counts, atom) >= 0) counts[atom] = at(counts, atom) + 1;
      }
    }
    return counts;
  };
}

const capped = (off: number, measure: 'case' | 'excess'): number => (measure === 'case' ? Math.min(1, off) : off);

/** Atoms occupied beyond the limits, as the model's `occupied-atoms`. */
export function occupiedAmount(rule: OccupiedAtoms, activities: readonly number[], present: Present): () => number {
  const count = tally(rule, activities, present);
  const max = rule.max ?? Number.MAX_SAFE_INTEGER;
  return () => {
    let used = 0;
    for (const held of count()) if (held > 0) used += 1;
    return capped(Math.max(0, rule.min - used, used - max), rule.measure);
  };
}

/** Activities at once beyond the limits, as the model's `simultaneous`. */
export function simultaneousAmount(rule: Simultaneous, activities: readonly number[], present: Present): () => number {
  const count = tally(rule, activities, present);
  const max = rule.max ?? Number.MAX_SAFE_INTEGER;
  return () => {
    let sum = 0;
    for (const held of count()) {
      if (held < 0) continue;
      const missing = held === 0 && rule.emptyAllowed ? 0 : rule.min - held;
      sum += capped(Math.max(0, missing, held - max), rule.measure);
    }
    return sum;
  };
}
