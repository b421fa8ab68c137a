import type { Assignment } from './assignment.ts';
import { casesOf } from './casesOf.ts';
import { clashes } from './clashes.ts';
import { type Constraint, isHard } from './constraint.ts';
import type { Problem } from './problem.ts';
import type { Case, ConstraintScore, Score } from './score.ts';
import { viewOf } from './viewOf.ts';

/**
 * Recounts the whole score of an assignment from scratch. Slow and plain on purpose: it is the judge of the solver's
 * incremental counts. Amounts of soft constraints are those of FET's list of soft conflicts.
 */
export function evaluate(problem: Problem, assignment: Assignment): Score {
  const view = viewOf(problem, assignment);
  const missing = problem.activities.filter((activity) => !view.at(activity.id)).map((activity) => activity.id);
  const unplaced = missing.map((id): Case => ({ amount: 1, activities: [id], detail: {} }));
  const parts = [
    summed({ id: 'unplaced', kind: 'unplaced', weight: 100 }, unplaced),
    ...clashes(problem, view).map(({ id, kind, cases }) => summed({ id, kind, weight: 100 }, cases)),
    ...problem.constraints.map((rule) => summed(rule, casesOf(rule, view))),
  ].filter((part) => part.cost > 0);
  return { hard: total(parts, true), soft: total(parts, false), byConstraint: parts };
}

function summed(rule: Pick<Constraint, 'id' | 'weight'> & { kind: string }, cases: readonly Case[]): ConstraintScore {
  const hard = isHard(rule);
  const amount = cases.reduce((sum, one) => sum + one.amount, 0);
  const activities = [...new Set(cases.flatMap((one) => one.activities))];
  const cost = hard ? amount : (amount * rule.weight) / 100;
  return { id: rule.id, kind: rule.kind, hard, weight: rule.weight, cost, activities, cases };
}

const total = (parts: readonly ConstraintScore[], hard: boolean): number =>
  parts.filter((part) => part.hard === hard).reduce((sum, part) => sum + part.cost, 0);
