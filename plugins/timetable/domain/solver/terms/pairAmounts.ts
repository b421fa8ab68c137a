import type { RelationConstraint } from '../../model/constraint.ts';
import { at } from '../ints.ts';
import type { Present } from './term.ts';

export type PairRule = Extract<
  RelationConstraint,
  {
    kind:
      | 'days-between'
      | 'joined-if-same-day'
      | 'gaps-between'
      | 'same-start'
      | 'not-overlapping'
      | 'same-room-if-consecutive';
  }
>;

/** Amount of a rule for one pair of activities, as in the model; 0 while one of them is unplaced. */
export function pairAmount(rule: PairRule, first: number, second: number, present: Present): () => number {
  const { optionOf } = present;
  const cost = placedAmount(rule, first, second, present);
  return () => {
    const a = at(optionOf, first);
    const b = at(optionOf, second);
    return a < 0 || b < 0 ? 0 : cost(a, b);
  };
}

type OfOptions = (a: number, b: number) => number;

function placedAmount(rule: PairRule, first: number, second: number, present: Present): OfOptions {
  const { options, problem } = present.compiled;
  const { day, hour } = options;
  const lengthA = problem.activities[first]?.duration ?? 1;
  const lengthB = problem.activities[second]?.duration ?? 1;
  const apart = (a: number, b: number): number => Math.abs(at(day, a) - at(day, b));
  const touches = (a: number, b: number): boolean =>
    at(hour, a) + lengthA === at(hour, b) || at(hour, b) + lengthB === at(hour, a);
  switch (rule.kind) {
    case 'days-between': {
      const max = rule.max ?? Number.MAX_SAFE_INTEGER;
      return (a, b) => Math.max(0, rule.min - apart(a, b), apart(a, b) - max);
    }
    case 'joined-if-same-day':
      return (a, b) => (at(day, a) !== at(day, b) || touches(a, b) ? 0 : 1);
    case 'gaps-between':
      return (a, b) => {
        if (at(day, a) !== at(day, b)) return 0;
        const ahead = at(hour, a) < at(hour, b);
        const end = ahead ? at(hour, a) + lengthA : at(hour, b) + lengthB;
        return Math.max(0, end + rule.min - (ahead ? at(hour, b) : at(hour, a)));
      };
    case 'same-start':
      return (a, b) =>
        (rule.what === 'hour' || at(day, a) === at(day, b)) && (rule.what === 'day' || at(hour, a) === at(hour, b))
          ? 0
          : 1;
    case 'not-overlapping':
      return (a, b) => sharedAtoms(a, b, present);
    case 'same-room-if-consecutive':
      return (a, b) => {
        const changes = roomsDiffer(at(present.roomOf, first), at(present.roomOf, second));
        return changes && at(day, a) === at(day, b) && touches(a, b) ? 1 : 0;
      };
  }
}

const roomsDiffer = (first: number, second: number): boolean => first >= 0 && second >= 0 && first !== second;

/** Atoms in both options; the lists ascend. */
export function sharedAtoms(a: number, b: number, present: Present): number {
  const { start, values } = present.compiled.options.atoms;
  let i = at(start, a);
  let k = at(start, b);
  const endA = at(start, a + 1);
  const endB = at(start, b + 1);
  let shared = 0;
  while (i < endA && k < endB) {
    const difference = at(values, i) - at(values, k);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) k += 1;
  }
  return shared;
}
