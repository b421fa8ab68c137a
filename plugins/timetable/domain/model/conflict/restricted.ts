import type { Constraint } from '../constraint.ts';
import type { Problem } from '../problem.ts';

/** The problem with some of its activities and rules only; rooms are not asked for. */
export function restricted(problem: Problem, activities: ReadonlySet<string>, rules: ReadonlySet<string>): Problem {
  return {
    ...problem,
    activities: problem.activities.filter(({ id }) => activities.has(id)).map((one) => ({ ...one, rooms: [] })),
    constraints: problem.constraints.filter(({ id }) => rules.has(id)).flatMap((rule) => about(rule, activities)),
    waivers: problem.waivers.filter((waiver) =>
      waiver.kind === 'pair'
        ? activities.has(waiver.first) && activities.has(waiver.second)
        : activities.has(waiver.activity) && rules.has(waiver.constraint),
    ),
  };
}

function about(rule: Constraint, activities: ReadonlySet<string>): Constraint[] {
  if (rule.kind === 'lock') return activities.has(rule.activity) ? [rule] : [];
  if (!('activities' in rule)) return [rule];
  const left = rule.activities.filter((id) => activities.has(id));
  // A sequence without one of its lessons says something else.
  if (left.length === 0 || (rule.kind === 'sequence' && left.length < rule.activities.length)) return [];
  return [{ ...rule, activities: left }];
}
