import type { Constraint } from '../constraint.ts';
import type { Problem } from '../problem.ts';
import { prove } from './prove.ts';

/** One change that resolves a conflict. */
export type Relaxation =
  /** The rule's number becomes `limit`. */
  | { readonly kind: 'other-limit'; readonly rule: string; readonly limit: number }
  | { readonly kind: 'without-rule'; readonly rule: string }
  /** So many of the activities are left out. */
  | { readonly kind: 'fewer'; readonly count: number };

/** How far a limit is moved before the rule has to go. */
const STEPS = 5;

/** Every single change of a conflict's rules, and the number of lessons to leave out, that lets the others be kept. */
export function relaxations(conflict: Problem): Relaxation[] {
  const changes = conflict.constraints.map((rule) => relaxed(conflict, rule));
  const count = fewer(conflict);
  return [...changes, ...(count === null ? [] : [{ kind: 'fewer', count } as const])].filter((one) => one !== null);
}

function relaxed(conflict: Problem, rule: Constraint): Relaxation | null {
  for (let step = 1; step <= STEPS; step++) {
    const changed = looser(rule, step);
    if (!changed) break;
    if (!prove(withRule(conflict, changed.rule))) return { kind: 'other-limit', rule: rule.id, limit: changed.limit };
  }
  const without = { ...conflict, constraints: conflict.constraints.filter(({ id }) => id !== rule.id) };
  return prove(without) ? null : { kind: 'without-rule', rule: rule.id };
}

const withRule = (problem: Problem, rule: Constraint): Problem => ({
  ...problem,
  constraints: problem.constraints.map((one) => (one.id === rule.id ? rule : one)),
});

/** The rule with its limit moved by some steps; null when it has no limit that could be. */
function looser(rule: Constraint, step: number): { readonly rule: Constraint; readonly limit: number } | null {
  if (rule.kind === 'max-hours') return { rule: { ...rule, hours: rule.hours + step }, limit: rule.hours + step };
  if ((rule.kind === 'days-between' || rule.kind === 'gaps-between') && rule.min - step >= 0)
    return { rule: { ...rule, min: rule.min - step }, limit: rule.min - step };
  return null;
}

/** Least number of activities that have to go, any of them. */
function fewer(conflict: Problem): number | null {
  for (let count = 1; count < conflict.activities.length; count++) {
    if (
      !prove({
        ...conflict,
        activities: conflict.activities.slice(count),
        constraints: conflict.constraints.map((rule) => without(rule, conflict, count)),
      })
    )
      return count;
  }
  return null;
}

function without(rule: Constraint, conflict: Problem, count: number): Constraint {
  if (!('activities' in rule)) return rule;
  const gone = new Set(conflict.activities.slice(0, count).map(({ id }) => id));
  return { ...rule, activities: rule.activities.filter((id) => !gone.has(id)) };
}
