import type { ConstraintBase, Evaluate, Placed, TimetableView } from '../view.ts';
import { idsOf } from './pairs.ts';

/**
 * How two or three activities follow each other (FET: two activities consecutive / grouped / ordered / ordered if same day,
 * three activities grouped). `consecutive` and `grouped` step over breaks; `grouped` takes any order.
 */
export interface Sequence extends ConstraintBase {
  readonly kind: 'sequence';
  readonly activities: readonly string[];
  readonly how: 'consecutive' | 'grouped' | 'ordered' | 'ordered-if-same-day';
}

/** One case of amount 1 when all are placed and the order does not hold. */
export const evaluateSequence: Evaluate<Sequence> = (rule, view) => {
  const placed = rule.activities.map((id) => view.at(id)).filter((here) => here !== undefined);
  if (placed.length < rule.activities.length || followsOn(rule.how, placed, view)) return [];
  return [{ amount: 1, activities: idsOf(...placed), detail: { how: rule.how } }];
};

function followsOn(how: Sequence['how'], placed: readonly Placed[], view: TimetableView): boolean {
  const inOrder =
    how === 'grouped' ? placed.toSorted((a, b) => a.place.day - b.place.day || a.place.hour - b.place.hour) : placed;
  return inOrder.every((here, index) => {
    const next = inOrder[index + 1];
    return next === undefined || pairHolds(how, here, next, view);
  });
}

function pairHolds(how: Sequence['how'], first: Placed, second: Placed, view: TimetableView): boolean {
  const sameDay = first.place.day === second.place.day;
  const before = first.end <= second.place.hour;
  if (how === 'ordered') return first.place.day < second.place.day || (sameDay && before);
  if (how === 'ordered-if-same-day') return !sameDay || before;
  return sameDay && before && onlyBreaksBetween(first, second, view);
}

function onlyBreaksBetween(first: Placed, second: Placed, view: TimetableView): boolean {
  for (let hour = first.end; hour < second.place.hour; hour++) {
    if (!view.isBreak(first.place.grid, first.place.day, hour)) return false;
  }
  return true;
}
