import type { Constraint } from '../constraint.ts';
import type { Problem } from '../problem.ts';
import { prove } from './prove.ts';
import { type Relaxation, relaxations } from './relaxations.ts';
import { restricted } from './restricted.ts';

/** Activities and hard rules that cannot be kept together; without any one of them they could. */
export interface Conflict {
  readonly activities: readonly string[];
  readonly rules: readonly Constraint[];
  readonly resource: string | null;
  readonly missing: number;
  /** What would resolve it, each by itself; checked. */
  readonly helps: readonly Relaxation[];
}

/**
 * Why no timetable can be without hard conflicts: a proof, thinned out as long as it stays one. Null when none is found; that
 * does not promise a timetable.
 */
export function smallestConflict(problem: Problem): Conflict | null {
  const proof = prove(problem);
  if (!proof) return null;
  const activities = new Set(proof.activities);
  const rules = new Set(proof.rules);
  for (const set of [rules, activities]) {
    for (const id of [...set]) {
      set.delete(id);
      if (!prove(restricted(problem, activities, rules))) set.add(id);
    }
  }
  const small = restricted(problem, activities, rules);
  const last = prove(small) ?? proof;
  return {
    activities: [...activities],
    rules: problem.constraints.filter(({ id }) => rules.has(id)),
    resource: last.resource,
    missing: last.missing,
    helps: relaxations(small),
  };
}
