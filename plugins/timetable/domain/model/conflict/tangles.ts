import type { Activity } from '../activity.ts';
import type { Placement } from '../assignment.ts';
import { type Constraint, isHard } from '../constraint.ts';
import { evaluate } from '../evaluate.ts';
import type { Problem } from '../problem.ts';
import type { Proof } from './proof.ts';
import { restricted } from './restricted.ts';
import type { Starts } from './starts.ts';

/** Rules that can be judged while some of their activities have no place yet. */
const STEPWISE: ReadonlySet<Constraint['kind']> = new Set([
  'days-between',
  'gaps-between',
  'same-start',
  'not-overlapping',
  'joined-if-same-day',
  'sequence',
]);
/** More activities, or more tries, than this are left to the search. */
const MOST_ACTIVITIES = 7;
const MOST_TRIES = 1500;

/** Proof, by trying everything, that the activities of one rule cannot lie to each other as they must. */
export function tangled(problem: Problem, rule: Constraint, starts: (activity: Activity) => Starts): Proof | null {
  if (!isHard(rule) || !STEPWISE.has(rule.kind) || !('activities' in rule)) return null;
  const ids = new Set(rule.activities);
  const activities = problem.activities.filter(({ id }) => ids.has(id));
  if (activities.length < 2 || activities.length > MOST_ACTIVITIES) return null;
  const related = problem.constraints.filter(
    (one) => isHard(one) && STEPWISE.has(one.kind) && 'activities' in one && one.activities.some((id) => ids.has(id)),
  );
  const unary = activities.flatMap((one) => starts(one).rules);
  const rules = [...new Set([...related.map(({ id }) => id), ...unary])];
  const part = restricted(problem, ids, new Set(related.map(({ id }) => id)));
  const choices = activities
    .map((one) => ({ id: one.id, open: starts(one).open }))
    .sort((a, b) => a.open.length - b.open.length);
  return canPlaceAll(part, choices) ? null : { activities: [...ids], rules, resource: null, missing: 0 };
}

/** True also when it gave up. */
function canPlaceAll(
  part: Problem,
  choices: readonly { readonly id: string; readonly open: Starts['open'] }[],
): boolean {
  const placed = new Map<string, Placement>();
  let tries = 0;
  const next = (index: number): boolean => {
    const choice = choices[index];
    if (!choice) return true;
    for (const { place } of choice.open) {
      tries += 1;
      if (tries > MOST_TRIES) return true;
      placed.set(choice.id, { place, room: null });
      const missing = part.activities.length - placed.size;
      if (evaluate(part, placed).hard <= missing && next(index + 1)) return true;
      placed.delete(choice.id);
    }
    return false;
  };
  return next(0);
}
