import type { Problem } from '../../model/problem.ts';
import { type Rows, rowsOf } from '../ints.ts';
import type { Names } from './names.ts';

/** Which limited resources each activity uses, and how many may use a resource at once (0: no limit). */
export interface Usage {
  readonly limited: Rows;
  readonly limit: Int32Array;
}

/** Hard "not overlapping" rules become resources of their own after those of the problem: they clash in the same way. */
export function compileUsage(problem: Problem, names: Names): Usage {
  const rules = problem.constraints
    .filter((rule) => rule.kind === 'not-overlapping')
    .filter((rule) => rule.weight >= 100);
  const limit = [...problem.resources.map((resource) => resource.atOnce ?? 0), ...rules.map(() => 1)];
  const limited = problem.activities.map((activity) =>
    [...new Set(activity.resources)].map(names.resource).filter((resource) => (limit[resource] ?? 0) > 0),
  );
  for (const [index, rule] of rules.entries()) {
    for (const id of new Set(rule.activities)) limited[names.activity(id)]?.push(problem.resources.length + index);
  }
  return { limited: rowsOf(limited), limit: Int32Array.from(limit) };
}
