import { isHard } from '../constraint.ts';
import type { Problem } from '../problem.ts';
import { crowded } from './crowds.ts';
import type { Proof } from './proof.ts';
import { startsOf } from './starts.ts';
import { tangled } from './tangles.ts';

/**
 * Proof that no timetable keeps every hard rule: a lesson without any start, somebody with too little time (matching), or
 * lessons that cannot lie to each other as they must (by trying everything). Null when nothing is proven, which promises nothing.
 */
export function prove(problem: Problem): Proof | null {
  const starts = startsOf(problem);
  const stuck = problem.activities.find((one) => starts(one).open.length === 0);
  if (stuck) return { activities: [stuck.id], rules: starts(stuck).rules, resource: null, missing: 0 };
  for (const resource of problem.resources) {
    const proof = crowded(problem, resource, starts);
    if (proof) return proof;
  }
  for (const rule of problem.constraints) {
    const proof = isHard(rule) ? tangled(problem, rule, starts) : null;
    if (proof) return proof;
  }
  return null;
}
